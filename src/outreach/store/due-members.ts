import { sql, type RawBuilder } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { decodeCursor, pageOf, type Page } from "#platform/db/keyset.ts";
import type { Mode } from "../model/round/outcome.ts";
import type { Member } from "./members.ts";

/** A member who is due, with the round's own words. */
export interface DueMember extends Pick<Member, "roundId" | "personId" | "communityId" | "laneId" | "workerId" | "workerName" | "attemptCount" | "lastOn" | "lastOutcome" | "reachedOn"> {
  readonly roundName: string;
  readonly roundMode: Mode;
  readonly nextDueOn: string;
}

/** Members due up to a day, the longest waiting first. `workerId` null: nobody's; left out: everybody's. `without`: persons nobody is to call on. */
export async function listDueMembers(
  tx: Tx, orgId: string, { workerId, upToOn, without = [], after, limit = 30 }: { workerId?: string | null | undefined; upToOn?: string | undefined; without?: readonly string[]; after?: string | null | undefined; limit?: number },
): Promise<Page<DueMember>> {
  const from = decodeCursor(after, ["day", "id", "id"]);
  const { rows } = await sql<DueMember>`
    select m.round_id, m.person_id, m.community_id, m.lane_id, m.worker_id, m.worker_name, m.attempt_count, m.last_on, m.last_outcome, m.reached_on, m.next_due_on, r.name as round_name, r.mode as round_mode
    from outreach.members m join outreach.rounds r on r.org_id = ${orgId} and r.id = m.round_id
    where m.org_id = ${orgId} and m.next_due_on is not null ${whose(workerId)} ${butNot(without)} ${upToOn ? sql`and m.next_due_on <= ${upToOn}` : sql``}
      ${from ? sql`and (m.next_due_on, m.round_id, m.person_id) > (${from[0]}::date, ${from[1]}::uuid, ${from[2]}::uuid)` : sql``}
    order by m.next_due_on, m.round_id, m.person_id limit ${limit + 1}`.execute(tx);
  return pageOf(rows, limit, (row) => [row.nextDueOn, row.roundId, row.personId]);
}

/** How many are due up to today, and how many of them are late. */
export async function countDueMembers(tx: Tx, orgId: string, workerId: string | null | undefined, today: string, without: readonly string[]): Promise<{ due: number; overdue: number }> {
  const { rows: [row] } = await sql<{ due: number; overdue: number }>`
    select count(*) as due, count(*) filter (where m.next_due_on < ${today}) as overdue from outreach.members m
    where m.org_id = ${orgId} and m.next_due_on <= ${today} ${whose(workerId)} ${butNot(without)}`.execute(tx);
  return row!;
}

const butNot = (ids: readonly string[]): RawBuilder<unknown> => (ids.length === 0 ? sql`` : sql`and m.person_id <> all(${[...ids]}::uuid[])`);

function whose(workerId: string | null | undefined): RawBuilder<unknown> {
  if (workerId === undefined) return sql``;
  return workerId === null ? sql`and m.worker_id is null` : sql`and m.worker_id = ${workerId}`;
}
