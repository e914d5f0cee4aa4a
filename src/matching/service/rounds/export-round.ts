import { Refusal } from "#kernel/refusal.ts";
import { personCards } from "#people/index.ts";
import { unitNames } from "#places/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { listUnmatched, type UnmatchedRow } from "../../store/review/left-out.ts";
import { listProposals, type ProposalRow } from "../../store/review/proposals.ts";
import { selectRound, type Round } from "../../store/rounds.ts";
import { adoptedRun, type Run } from "../../store/runs.ts";

const PAGE = 1000;
/** Beyond this a list is not worked with by hand. */
const MOST_ROWS = 20_000;

/** Everybody's proposal with what speaks for it, and everybody left out, with names and communities. */
export interface RoundExport {
  readonly round: Pick<Round, "number">;
  readonly run: Pick<Run, "rules" | "recruitment">;
  readonly proposals: readonly ProposalRow[];
  readonly unmatched: readonly UnmatchedRow[];
  readonly people: ReadonlyMap<string, { readonly name: string; readonly communityName: string | null }>;
  /** Names of the communities and lanes recruited for. */
  readonly places: Readonly<Record<string, string>>;
}

/** The proposals of a round for a workbook, through the same gate as the review; that they were taken is noted. */
export async function exportRound(session: Session, roundId: string): Promise<RoundExport> {
  const { actor } = session;
  requireCapability(actor, "matching.read");
  return session.write("matching.export_round", { roundId, at: session.now.toISOString() }, async (tx) => {
    const round = await selectRound(tx, actor.orgId, roundId);
    const run = round && await adoptedRun(tx, actor.orgId, roundId);
    if (!round || !run) throw new Refusal("not_found", "matching.round_not_found");
    const at = { orgId: actor.orgId, roundId, programmeId: round.programmeId, run: run.number };
    const proposals = await every((after) => listProposals(tx, at, {}, { after, limit: PAGE }).then(({ rows, after: next }) => ({ rows, next })));
    const unmatched = await every((after) => listUnmatched(tx, at, {}, { after, limit: PAGE }));
    const ids = [...proposals.flatMap(({ residentId, helperId }) => [residentId, helperId]), ...unmatched.flatMap(({ residentId, change }) => [residentId, change?.helperId])].filter((id) => typeof id === "string");
    const cards = await personCards(tx, actor.orgId, ids, { purpose: "be_matched", on: session.today });
    const places = await unitNames(tx, actor.orgId, run.recruitment.flatMap(({ communityId, laneId }) => [communityId, ...(laneId ? [laneId] : [])]));
    await recordAudit(tx, actor, { action: "round.exported", subjectKind: "round", subjectId: roundId, details: { proposals: proposals.length, unmatched: unmatched.length } });
    return { round, run, proposals, unmatched, places: Object.fromEntries([...places].map(([id, { name }]) => [id, name])), people: new Map([...cards].map(([id, { preferredName, name, communityName }]) => [id, { name: preferredName ?? name, communityName }])) };
  });
}

async function every<T>(page: (after: string | null) => Promise<{ rows: readonly T[]; next: string | null }>): Promise<T[]> {
  const all: T[] = [];
  let after: string | null = null;
  do {
    const { rows, next }: { rows: readonly T[]; next: string | null } = await page(after);
    all.push(...rows);
    after = next;
  } while (after !== null && all.length < MOST_ROWS);
  return all;
}
