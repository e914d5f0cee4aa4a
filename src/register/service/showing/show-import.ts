import { personCards, type PersonCard } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { Job } from "#platform/jobs/job.ts";
import { filledIn, type FilledField } from "../../model/import/filled-in.ts";
import { maskNumber, maskPair } from "../../model/import/mask-number.ts";
import { personOfRows } from "../../model/import/person-of-rows.ts";
import { findPreview, sameFile } from "../../store/imports.ts";
import { listRows, type KeptRow, type MatchDecision } from "../../store/rows.ts";
import { previewCell, type KeptPreview } from "../checking/check-import.ts";
import { loadImport } from "../load-import.ts";
import type { ListedImport } from "./list-imports.ts";

/** A number proposed in place of a damaged one, its middle hidden except where the two differ. */
export interface ShownRecovery { readonly position: number; readonly rowNumber: number; readonly name: string | null; readonly written: string; readonly proposed: string; readonly reason: string; readonly confirmed: boolean }

/** A row whose person seems to be here already, with what the import would fill in. */
export interface ShownMatch {
  readonly position: number;
  readonly rowNumber: number;
  readonly name: string | null;
  readonly birthOn: string | null;
  readonly reasons: readonly string[];
  readonly decision: MatchDecision | null;
  readonly known: Pick<PersonCard, "id" | "name" | "birthOn" | "communityName">;
  readonly fills: readonly FilledField[];
}

/** What the preview shows; without the proposals and samples that stand elsewhere. */
export type ShownPreview = Pick<KeptPreview, "encoding" | "sheets" | "faults" | "repeats" | "samples" | "mainSheet">;

export interface ShownImport {
  readonly entry: ListedImport;
  readonly job: Pick<Job, "id" | "status" | "startedAt" | "doneCount" | "totalCount"> | null;
  readonly preview: ShownPreview | null;
  readonly recoveries: readonly ShownRecovery[];
  readonly certain: readonly ShownMatch[];
  readonly possible: readonly ShownMatch[];
  readonly same: Awaited<ReturnType<typeof sameFile>>;
}

const MOST_SHOWN = 50;
const MOST_CERTAIN = 10;

/** One import with all that helps to decide about it; the reading is audited once there is something personal to read. */
export async function showImport(session: Session, id: string): Promise<ShownImport> {
  const { actor, keys } = session;
  return session.write("register.show", id, async (tx) => {
    const { row, status, job } = await loadImport(session, tx, id);
    const sealed = await findPreview(tx, actor.orgId, id);
    const deciding = status === "ready";
    const rows = (choice: Parameters<typeof listRows>[4], limit: number) => (deciding ? listRows(tx, actor.orgId, keys, id, choice, { limit }) : Promise.resolve([]));
    if (sealed) await recordAudit(tx, actor, { action: "register.preview_read", subjectKind: "register_import", subjectId: id });
    return {
      entry: { ...row, status }, job: job && { id: job.id, status: job.status, startedAt: job.startedAt, doneCount: job.doneCount, totalCount: job.totalCount },
      preview: sealed ? shownPreview(JSON.parse(keys.open(sealed, previewCell(id))) as KeptPreview) : null,
      recoveries: (await rows("recoverable", MOST_SHOWN)).map(shownRecovery),
      certain: await shownMatches(tx, actor.orgId, await rows("matched_certain", MOST_CERTAIN)),
      possible: await shownMatches(tx, actor.orgId, await rows("matched_possible", MOST_SHOWN)),
      same: await sameFile(tx, actor.orgId, row),
    };
  });
}

function shownPreview({ encoding, sheets, faults, repeats, samples, mainSheet }: KeptPreview): ShownPreview {
  const masked = faults.map((fault) => ({ ...fault, samples: fault.samples.map((sample) => ({ ...sample, value: maskNumber(sample.value) })) }));
  return { encoding, sheets, faults: masked, repeats, samples, mainSheet };
}

function shownRecovery({ position, rowNumber, row, recovery, confirmed }: KeptRow): ShownRecovery {
  return { position, rowNumber, name: row.name, ...maskPair(row.residentId ?? "", row.recovery?.residentId ?? ""), reason: recovery ?? "", confirmed };
}

async function shownMatches(tx: Tx, orgId: string, rows: readonly KeptRow[]): Promise<ShownMatch[]> {
  const cards = await personCards(tx, orgId, rows.flatMap(({ matchId }) => matchId ?? []));
  return rows.flatMap((kept) => {
    const card = kept.matchId ? cards.get(kept.matchId) : undefined;
    if (!card) return [];
    const { position, rowNumber, row, matchReasons, decision } = kept;
    const { id, name, birthOn, communityName } = card;
    return [{ position, rowNumber, name: row.name, birthOn: row.birthOn, reasons: matchReasons ?? [], decision, known: { id, name, birthOn, communityName }, fills: filledIn(card, personOfRows([kept])) }];
  });
}
