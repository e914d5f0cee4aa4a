import { countsHere, teamCases } from "../../casework/index.ts";
import { requireCapability } from "../../platform/access/can.ts";
import { recordAudit } from "../../platform/audit/record.ts";
import { decodeCursor, pageOf, type Page } from "../../platform/db/keyset.ts";
import type { Session } from "../../platform/db/session.ts";
import type { SilentFilter } from "../model/silent-filter.ts";
import { isBefore, nameQuiet, quietPairs, type QuietPair, type SilentPair } from "./list-silent-pairs.ts";

export interface SilentPage extends Page<SilentPair> {
  /** How many there are on all pages. */
  readonly count: number;
  /** Null where there is nothing to choose: who supervises no team sees everybody's. */
  readonly whose: SilentFilter["whose"] | null;
}

/** A page of silent pairs, the quietest first: of the supervisor's own teams as the digest counts them, or everybody's. */
export async function showSilentPairs(session: Session, filter: SilentFilter, { after, limit = 50 }: { after?: string | null; limit?: number } = {}): Promise<SilentPage> {
  const { orgId } = session.actor;
  const from = decodeCursor(after, ["day", "id"]) as [string, string] | undefined;
  const { whose, rows } = await asked(session, filter);
  const beyond = from ? rows.filter((row) => isBefore({ sinceOn: from[0], pairId: from[1] }, row)) : rows;
  const page = pageOf(beyond.slice(0, limit + 1), limit, ({ sinceOn, pairId }) => [sinceOn, pairId]);
  return { whose, count: rows.length, next: page.next, rows: await session.read((tx) => nameQuiet(tx, orgId, page.rows)) };
}

/** All rows of the list for a workbook; noted with how many. */
export async function exportSilentPairs(session: Session, filter: SilentFilter): Promise<SilentPair[]> {
  const { actor } = session;
  const { whose, rows } = await asked(session, filter);
  return session.write("visits.export-silent", { whose, at: session.now.toISOString() }, async (tx) => {
    await recordAudit(tx, actor, { action: "silent_pairs.exported", subjectKind: "list", subjectId: "silent-pairs", details: { whose: whose ?? "all", rows: rows.length } });
    return nameQuiet(tx, actor.orgId, rows);
  });
}

async function asked(session: Session, filter: SilentFilter): Promise<{ whose: SilentPage["whose"]; rows: QuietPair[] }> {
  const { actor: { orgId, capabilities }, today } = session;
  requireCapability(session.actor, "visits.read");
  const rows = await session.read((tx) => quietPairs(tx, orgId, today));
  const { teamIds, cases } = capabilities.has("cases.supervise") ? await teamCases(session) : { teamIds: [], cases: [] };
  if (teamIds.length === 0) return { whose: null, rows };
  const here = countsHere(cases, teamIds);
  return { whose: filter.whose, rows: filter.whose === "all" ? rows : rows.filter(({ residentId }) => here(residentId)) };
}
