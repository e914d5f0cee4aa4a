import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { decodeCursor, pageOf, type Page } from "#platform/db/keyset.ts";
import type { Entry, IncidentKind, Raised, Severity, Standing, StepKind, Told } from "../model/incident.ts";
import type { DB } from "./tables.generated.ts";

export interface IncidentRow {
  readonly id: string;
  readonly personId: string;
  readonly standing: Standing;
  readonly kind: IncidentKind;
  readonly happenedOn: string | null;
  readonly learntAt: string;
  readonly placeWords: string;
  readonly words: string;
  readonly heardFrom: Raised["heardFrom"];
  readonly allegedWords: string;
  readonly allegedAccount: string | null;
  readonly raisedBy: string;
  readonly raisedByName: string;
  readonly raisedAt: string;
}

export interface EntryRow extends Entry {
  readonly toName: string;
  readonly reference: string;
  readonly words: string;
  readonly byName: string;
  readonly at: string;
}

export interface NewEntry {
  readonly number: number;
  readonly kind: StepKind | "raised";
  readonly severity: Severity | null;
  readonly toWhom: Told | null;
  readonly toName: string;
  readonly reference: string;
  readonly doneAt: string;
  readonly words: string;
  readonly byAccount: string;
  readonly byName: string;
  readonly at: string;
}

const COLUMNS = ["id", "personId", "standing", "kind", "happenedOn", "learntAt", "placeWords", "words", "heardFrom", "allegedWords", "allegedAccount", "raisedBy", "raisedByName", "raisedAt"] as const;

/** Lets one transaction at a time write to an incident. */
export async function lockIncident(tx: Tx, orgId: string, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`safeguarding|${orgId}|${id}`}, 0))`.execute(tx);
}

export async function insertIncident(tx: Tx, orgId: string, row: IncidentRow): Promise<void> {
  await tx.withTables<DB>().insertInto("safeguarding.incidents").values({ orgId, ...row }).execute();
}

export async function insertEntry(tx: Tx, orgId: string, incidentId: string, row: NewEntry): Promise<void> {
  await tx.withTables<DB>().insertInto("safeguarding.entries").values({ orgId, incidentId, ...row }).execute();
}

/** One incident the actor may know of; to anybody else it does not exist. */
export async function findIncident(tx: Tx, orgId: string, id: string): Promise<IncidentRow | undefined> {
  return (await tx.withTables<DB>().selectFrom("safeguarding.incidents").select(COLUMNS).where("orgId", "=", orgId).where("id", "=", id)
    .where(sql<boolean>`safeguarding.may_know(id)`).executeTakeFirst()) as IncidentRow | undefined;
}

/** What was done about incidents, in order. One query for all. */
export async function entriesOf(tx: Tx, orgId: string, incidentIds: readonly string[]): Promise<ReadonlyMap<string, readonly EntryRow[]>> {
  if (incidentIds.length === 0) return new Map();
  const rows = await tx.withTables<DB>().selectFrom("safeguarding.entries")
    .select(["incidentId", "number", "kind", "severity", "toWhom", "toName", "reference", "doneAt", "words", "byName", "at"])
    .where("orgId", "=", orgId).where("incidentId", "in", [...incidentIds]).orderBy("incidentId").orderBy("number").execute();
  return Map.groupBy(rows as unknown as (EntryRow & { incidentId: string })[], ({ incidentId }) => incidentId);
}

export interface IncidentFilter {
  readonly state?: "open" | "closed" | undefined;
  readonly severity?: Severity | undefined;
  readonly kind?: IncidentKind | undefined;
  /** Records of one person. */
  readonly personIds?: readonly string[] | undefined;
}

const LAST_STATE = sql`(select s.kind from safeguarding.entries s where s.org_id = i.org_id and s.incident_id = i.id and s.kind in ('closed', 'reopened') order by s.number desc limit 1)`;
const LAST_SEVERITY = sql`(select s.severity from safeguarding.entries s where s.org_id = i.org_id and s.incident_id = i.id and s.severity is not null order by s.number desc limit 1)`;

/** Incidents the actor may know of, those learnt of last first. */
export async function listIncidents(tx: Tx, orgId: string, { state, severity, kind, personIds }: IncidentFilter, { after, limit = 30 }: { after?: string | null; limit?: number } = {}): Promise<Page<IncidentRow>> {
  const conditions = [sql`i.org_id = ${orgId}`, sql`safeguarding.may_know(i.id)`];
  if (state === "closed") conditions.push(sql`${LAST_STATE} = 'closed'`);
  if (state === "open") conditions.push(sql`${LAST_STATE} is distinct from 'closed'`);
  if (severity) conditions.push(sql`${LAST_SEVERITY} = ${severity}`);
  if (kind) conditions.push(sql`i.kind = ${kind}`);
  if (personIds) conditions.push(sql`i.person_id = any(${personIds}::uuid[])`);
  const from = decodeCursor(after, ["instant", "id"]);
  if (from) conditions.push(sql`(i.learnt_at, i.id) < (${from[0]}::timestamptz, ${from[1]}::uuid)`);
  const { rows } = await sql<IncidentRow>`
    select i.id, i.person_id, i.standing, i.kind, i.happened_on, i.learnt_at, i.place_words, i.words, i.heard_from, i.alleged_words, i.alleged_account, i.raised_by, i.raised_by_name, i.raised_at
    from safeguarding.incidents i where ${sql.join(conditions, sql` and `)} order by i.learnt_at desc, i.id desc limit ${limit + 1}`.execute(tx);
  return pageOf(rows, limit, (row) => [row.learntAt, row.id]);
}

/** How many were written down since an instant, of those the actor may know of and that are not about them. */
export async function countRaisedSince(tx: Tx, orgId: string, since: string, { accountId, personId }: { accountId: string; personId: string | null }): Promise<number> {
  const { rows: [row] } = await sql<{ count: number }>`
    select count(*)::int as count from safeguarding.incidents i where i.org_id = ${orgId} and i.raised_at >= ${since}::timestamptz and safeguarding.may_know(i.id)
      and i.alleged_account is distinct from ${accountId} and i.person_id is distinct from ${personId}::uuid`.execute(tx);
  return row!.count;
}
