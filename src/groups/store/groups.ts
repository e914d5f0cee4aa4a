import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { decodeCursor, pageOf, type Page } from "#platform/db/keyset.ts";
import type { GroupFilter, NewGroup } from "../model/forms.ts";
import type { GroupEvent } from "../model/group.ts";
import type { DB } from "./tables.generated.ts";

export interface By { readonly byAccount: string; readonly byName: string; readonly at: string }

export interface GroupRow extends NewGroup {
  readonly id: string;
  readonly workerAccount: string;
  readonly workerName: string;
}

export interface EventRow extends GroupEvent {
  readonly words: string;
  readonly byName: string;
}

const COLUMNS = ["id", "name", "kind", "aim", "forWhom", "recruiting", "placeWords", "mostMembers", "sessionsPlanned", "begunOn", "workerAccount", "workerName"] as const;

/** Lets one transaction at a time write to a group. */
export async function lockGroup(tx: Tx, orgId: string, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`groups|${orgId}|${id}`}, 0))`.execute(tx);
}

export async function insertGroup(tx: Tx, orgId: string, row: GroupRow & By): Promise<void> {
  await tx.withTables<DB>().insertInto("groups.groups").values({ orgId, ...row }).execute();
}

export async function findGroup(tx: Tx, orgId: string, id: string): Promise<GroupRow | undefined> {
  return await tx.withTables<DB>().selectFrom("groups.groups").select(COLUMNS).where("orgId", "=", orgId).where("id", "=", id).executeTakeFirst() as GroupRow | undefined;
}

export async function insertEvent(tx: Tx, orgId: string, groupId: string, row: Omit<EventRow, "byName"> & By): Promise<void> {
  await tx.withTables<DB>().insertInto("groups.events").values({ orgId, groupId, ...row }).execute();
}

/** The life of groups, in order. One query for all. */
export async function eventsOf(tx: Tx, orgId: string, groupIds: readonly string[]): Promise<ReadonlyMap<string, readonly EventRow[]>> {
  if (groupIds.length === 0) return new Map();
  const rows = await tx.withTables<DB>().selectFrom("groups.events").select(["groupId", "number", "kind", "stage", "followUpOn", "onDay", "words", "byName"])
    .where("orgId", "=", orgId).where("groupId", "in", [...groupIds]).orderBy("groupId").orderBy("number").execute();
  return Map.groupBy(rows as unknown as (EventRow & { groupId: string })[], ({ groupId }) => groupId);
}

export interface GroupCount { readonly members: number; readonly sessions: number; readonly logged: number }
const STAGE = sql`coalesce((select e.stage from groups.events e where e.org_id = g.org_id and e.group_id = g.id and e.stage is not null order by e.number desc limit 1), 'preparing')`;
const CLOSED = sql`coalesce((select e.kind = 'closed' from groups.events e where e.org_id = g.org_id and e.group_id = g.id and e.kind in ('closed', 'reopened') order by e.number desc limit 1), false)`;

/** Groups with how many belong and were held, the latest begun first. */
export async function listGroups(tx: Tx, orgId: string, { stage, kind, q }: GroupFilter, { after, limit = 30 }: { after?: string | null; limit?: number } = {}): Promise<Page<GroupRow & GroupCount & { stage: string; closed: boolean }>> {
  const from = decodeCursor(after, ["day", "id"]);
  const conditions = [sql`g.org_id = ${orgId}`];
  if (kind) conditions.push(sql`g.kind = ${kind}`);
  if (q) conditions.push(sql`strpos(lower(g.name), lower(${q})) > 0`);
  if (stage === "closed") conditions.push(CLOSED);
  else if (stage) conditions.push(sql`not ${CLOSED} and ${STAGE} = ${stage}`);
  if (from) conditions.push(sql`(g.begun_on, g.id) < (${from[0]}::date, ${from[1]}::uuid)`);
  const { rows } = await sql<GroupRow & GroupCount & { stage: string; closed: boolean }>`
    select g.id, g.name, g.kind, g.aim, g.for_whom, g.recruiting, g.place_words, g.most_members, g.sessions_planned, g.begun_on, g.worker_account, g.worker_name, ${STAGE} as stage, ${CLOSED} as closed,
      (select count(*)::int from groups.members m where m.org_id = g.org_id and m.group_id = g.id and not exists (select from groups.member_events l where l.org_id = g.org_id and l.member_id = m.id and l.kind = 'left')) as members,
      (select count(distinct s.id)::int from groups.sessions s where s.org_id = g.org_id and s.group_id = g.id) as sessions,
      (select count(distinct s.id)::int from groups.sessions s join groups.logs l on l.org_id = s.org_id and l.session_id = s.id where s.org_id = g.org_id and s.group_id = g.id) as logged
    from groups.groups g where ${sql.join(conditions, sql` and `)} order by g.begun_on desc, g.id desc limit ${limit + 1}`.execute(tx);
  return pageOf(rows, limit, (row) => [row.begunOn, row.id]);
}

/** Names of the latest groups, to be searched. */
export async function namesOfGroups(tx: Tx, orgId: string): Promise<Pick<GroupRow, "id" | "name" | "kind" | "workerAccount" | "workerName">[]> {
  return await tx.withTables<DB>().selectFrom("groups.groups").select(["id", "name", "kind", "workerAccount", "workerName"]).where("orgId", "=", orgId).orderBy("begunOn", "desc").orderBy("id", "desc").limit(2000).execute() as Pick<GroupRow, "id" | "name" | "kind" | "workerAccount" | "workerName">[];
}
