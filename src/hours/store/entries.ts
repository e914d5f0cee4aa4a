import { sql, type RawBuilder } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { decodeCursor, pageOf, type Page } from "#platform/db/keyset.ts";
import type { Corrected, DecisionKind, SourceKind } from "../model/entry.ts";
import type { DB } from "./tables.generated.ts";

/** One standing entry with the latest word about it. */
export interface Entry extends Corrected {
  readonly id: string;
  readonly personId: string;
  readonly sourceKind: SourceKind;
  readonly sourceId: string;
  readonly managerName: string;
  readonly supersedes: string | null;
  readonly reason: string;
  readonly recordedBy: string;
  readonly recordedByName: string;
  readonly recordedAt: string;
  /** How many words there are about it. */
  readonly decisionSeq: number;
  readonly decision: DecisionKind | null;
  readonly decisionWords: string | null;
  readonly decidedByName: string | null;
  readonly decidedAt: string | null;
}

const COLUMNS = ["id", "personId", "sourceKind", "sourceId", "happenedOn", "minutes", "travelMinutes", "title", "place", "recipient", "content", "managerName", "supersedes", "reason",
  "recordedBy", "recordedByName", "recordedAt", "decisionSeq", "decision", "decisionWords", "decidedByName", "decidedAt"] as const;

export type NewEntry = Omit<Entry, "id" | "decisionSeq" | "decision" | "decisionWords" | "decidedByName" | "decidedAt">;

/** Adds entries; those whose source was already proposed for the person, or that somebody else superseded first, are left out. The ids added. */
export async function insertEntries(tx: Tx, orgId: string, entries: readonly NewEntry[]): Promise<string[]> {
  if (entries.length === 0) return [];
  const rows = await tx.withTables<DB>().insertInto("hours.entries").values(entries.map((entry) => ({ orgId, ...entry })))
    .onConflict((clash) => clash.doNothing()).returning("id").execute();
  return rows.map(({ id }) => id);
}

/** Standing entries by id; what does not exist is missing. */
export async function selectEntries(tx: Tx, orgId: string, ids: readonly string[]): Promise<Entry[]> {
  if (ids.length === 0) return [];
  return (await tx.withTables<DB>().selectFrom("hours.standingEntries").select(COLUMNS).where("orgId", "=", orgId).where("id", "in", [...ids])
    .orderBy("happenedOn", "desc").orderBy("id", "desc").execute()) as Entry[];
}

/** The standing entries of some sources, by source and person. */
export async function selectBySource(tx: Tx, orgId: string, kind: SourceKind, sourceIds: readonly string[]): Promise<Entry[]> {
  if (sourceIds.length === 0) return [];
  return (await tx.withTables<DB>().selectFrom("hours.standingEntries").select(COLUMNS).where("orgId", "=", orgId).where("sourceKind", "=", kind).where("sourceId", "in", [...new Set(sourceIds)]).execute()) as Entry[];
}

/** All standing entries of somebody, the latest first. */
export async function selectEntriesOf(tx: Tx, orgId: string, personIds: readonly string[]): Promise<Entry[]> {
  if (personIds.length === 0) return [];
  return (await tx.withTables<DB>().selectFrom("hours.standingEntries").select(COLUMNS).where("orgId", "=", orgId).where("personId", "in", [...personIds])
    .orderBy("happenedOn", "desc").orderBy("id", "desc").execute()) as Entry[];
}

/** What a list asks for. */
export interface EntryFilter {
  /** `asked`: somebody asked for a correction and has no answer yet. */
  readonly show?: "pending" | "open" | "confirmed" | "refused" | "withdrawn" | "asked" | undefined;
  readonly personIds?: readonly string[] | undefined;
  readonly fromOn?: string | undefined;
  readonly untilOn?: string | undefined;
}

const SHOWN: Readonly<Record<NonNullable<EntryFilter["show"]>, RawBuilder<unknown>>> = {
  pending: sql`minutes is not null and (decision is null or decision = 'reopened')`,
  open: sql`minutes is null and (decision is null or decision = 'reopened')`,
  confirmed: sql`decision = 'confirmed'`,
  refused: sql`decision = 'refused'`,
  withdrawn: sql`decision = 'withdrawn'`,
  asked: sql`exists (select from hours.correction_requests q where q.org_id = e.org_id and q.entry_id = e.id
    and not exists (select from hours.correction_answers a where a.org_id = q.org_id and a.request_id = q.id))`,
};

const whereOf = (orgId: string, { show, personIds, fromOn, untilOn }: EntryFilter): RawBuilder<unknown> => sql`e.org_id = ${orgId}
  ${show ? sql`and ${SHOWN[show]}` : sql``} ${personIds ? sql`and e.person_id = any(${[...personIds]}::uuid[])` : sql``}
  ${fromOn ? sql`and e.happened_on >= ${fromOn}::date` : sql``} ${untilOn ? sql`and e.happened_on <= ${untilOn}::date` : sql``}`;

const LISTED = sql.raw("id, person_id, source_kind, source_id, happened_on, minutes, travel_minutes, title, place, recipient, content, manager_name, supersedes, reason, recorded_by, recorded_by_name, recorded_at, decision_seq, decision, decision_words, decided_by_name, decided_at");

/** Standing entries of a filter, the latest first. */
export async function listEntries(tx: Tx, orgId: string, filter: EntryFilter, { after, limit = 50 }: { after?: string | null | undefined; limit?: number } = {}): Promise<Page<Entry>> {
  const from = decodeCursor(after, ["day", "id"]);
  const { rows } = await sql<Entry>`select ${LISTED} from hours.standing_entries e where ${whereOf(orgId, filter)}
    ${from ? sql`and (e.happened_on, e.id) < (${from[0]}::date, ${from[1]}::uuid)` : sql``} order by e.happened_on desc, e.id desc limit ${limit + 1}`.execute(tx);
  return pageOf(rows, limit, (row) => [row.happenedOn, row.id]);
}

/** How many entries wait to be confirmed, and how many for an answer. */
export async function countWaiting(tx: Tx, orgId: string): Promise<{ pending: number; asked: number }> {
  const { rows: [row] } = await sql<{ pending: number; asked: number }>`select count(*) filter (where ${SHOWN.pending}) as pending, count(*) filter (where ${SHOWN.asked}) as asked
    from hours.standing_entries e where e.org_id = ${orgId}`.execute(tx);
  return row!;
}

/** An entry with all it superseded, the latest first. */
export async function selectChain(tx: Tx, orgId: string, id: string): Promise<Omit<Entry, "decisionSeq" | "decision" | "decisionWords" | "decidedByName" | "decidedAt">[]> {
  const { rows } = await sql<Entry>`with recursive chain as (
      select e.*, 0 as depth from hours.entries e where e.org_id = ${orgId} and e.id = ${id}::uuid
      union all select e.*, c.depth + 1 from chain c join hours.entries e on e.org_id = c.org_id and e.id = c.supersedes)
    select id, person_id, source_kind, source_id, happened_on, minutes, travel_minutes, title, place, recipient, content, manager_name, supersedes, reason, recorded_by, recorded_by_name, recorded_at
    from chain order by depth`.execute(tx);
  return rows;
}
