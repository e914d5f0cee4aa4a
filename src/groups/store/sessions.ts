import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { SessionMark } from "../model/forms.ts";
import type { Dynamic } from "../model/terms.ts";
import type { By } from "./groups.ts";
import type { DB } from "./tables.generated.ts";

export interface SessionRow {
  readonly id: string;
  readonly groupId: string;
  readonly number: number;
  readonly revision: number;
  readonly onDay: string;
  readonly minutes: number;
  readonly aim: string;
  readonly plan: string;
  readonly prepare: string;
}

export interface LogRow {
  readonly sessionId: string;
  readonly revision: number;
  readonly heldOn: string;
  readonly happened: string;
  readonly dynamics: readonly Dynamic[];
  readonly workerPart: string;
  readonly nextWords: string;
  readonly byName: string;
  readonly at: string;
}

export async function insertSession(tx: Tx, orgId: string, row: SessionRow & By): Promise<void> {
  await tx.withTables<DB>().insertInto("groups.sessions").values({ orgId, ...row }).execute();
}

/** The sessions of a group as they are planned now, in order. */
export async function sessionsOf(tx: Tx, orgId: string, groupId: string): Promise<SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    select distinct on (s.number) s.id, s.group_id, s.number, s.revision, s.on_day, s.minutes, s.aim, s.plan, s.prepare from groups.sessions s
    where s.org_id = ${orgId} and s.group_id = ${groupId} order by s.number, s.revision desc`.execute(tx);
  return rows;
}

export async function findSession(tx: Tx, orgId: string, id: string): Promise<SessionRow | undefined> {
  return await tx.withTables<DB>().selectFrom("groups.sessions").select(["id", "groupId", "number", "revision", "onDay", "minutes", "aim", "plan", "prepare"])
    .where("orgId", "=", orgId).where("id", "=", id).orderBy("revision", "desc").limit(1).executeTakeFirst() as SessionRow | undefined;
}

export async function insertLog(tx: Tx, orgId: string, { dynamics, ...row }: Omit<LogRow, "byName" | "at"> & By, marks: readonly SessionMark[]): Promise<void> {
  await tx.withTables<DB>().insertInto("groups.logs").values({ orgId, ...row, dynamics: [...dynamics] }).execute();
  if (marks.length > 0) await tx.withTables<DB>().insertInto("groups.marks").values(marks.map((mark) => ({ orgId, sessionId: row.sessionId, revision: row.revision, ...mark }))).execute();
}

/** Logs of sessions as they stand now. One query for all. */
export async function logsOf(tx: Tx, orgId: string, sessionIds: readonly string[]): Promise<LogRow[]> {
  if (sessionIds.length === 0) return [];
  const { rows } = await sql<LogRow>`
    select distinct on (l.session_id) l.session_id, l.revision, l.held_on, l.happened, l.dynamics, l.worker_part, l.next_words, l.by_name, l.at from groups.logs l
    where l.org_id = ${orgId} and l.session_id = any(${sessionIds}::uuid[]) order by l.session_id, l.revision desc`.execute(tx);
  return rows;
}

/** Marks of those logs. */
export async function marksOf(tx: Tx, orgId: string, logs: readonly Pick<LogRow, "sessionId" | "revision">[]): Promise<(SessionMark & { sessionId: string })[]> {
  if (logs.length === 0) return [];
  const { rows } = await sql<SessionMark & { sessionId: string }>`
    select k.session_id, k.member_id, k.state, k.taking_part, k.seen from groups.marks k
    join unnest(${logs.map(({ sessionId }) => sessionId)}::uuid[], ${logs.map(({ revision }) => revision)}::int[]) l(session_id, revision) on l.session_id = k.session_id and l.revision = k.revision
    where k.org_id = ${orgId}`.execute(tx);
  return rows;
}
