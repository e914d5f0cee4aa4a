import { sql, type RawBuilder } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { decodeCursor, pageOf, type Page } from "#platform/db/keyset.ts";
import { MEMBER, type Member } from "./members.ts";

/** How far a round has come, in persons. */
export interface Progress {
  readonly members: number;
  readonly reached: number;
  readonly refused: number;
  readonly moved: number;
  readonly deceased: number;
  /** Given up after too many vain attempts, or still open when the round closed. */
  readonly notReached: number;
  /** Neither done nor reached: never tried, or tried in vain so far. */
  readonly open: number;
  readonly overdue: number;
  readonly unassigned: number;
  readonly attempts: number;
}

export interface ProgressOf extends Progress {
  readonly roundId: string;
  readonly communityId: string | null;
  readonly laneId: string | null;
  readonly workerId: string | null;
  readonly workerName: string | null;
  /** What the line is about; the round as a whole, a place or a worker. */
  readonly by: "round" | "place" | "worker";
}

const figures = (today: string) => sql`count(*) as members, count(m.reached_on) as reached,
  count(*) filter (where m.ended_as = 'refused' and m.reached_on is null) as refused, count(*) filter (where m.ended_as = 'moved' and m.reached_on is null) as moved,
  count(*) filter (where m.ended_as = 'deceased' and m.reached_on is null) as deceased,
  count(*) filter (where m.ended_as in ('not_reached', 'round_closed') and m.reached_on is null) as not_reached,
  count(*) filter (where m.ended_on is null and m.reached_on is null) as open, count(*) filter (where m.next_due_on < ${today}) as overdue,
  count(*) filter (where m.worker_id is null and m.ended_on is null) as unassigned, coalesce(sum(m.attempt_count), 0)::int as attempts`;

/** Progress of rounds as a whole. Members = reached + refused + moved + deceased + not reached + open. */
export async function progressOf(tx: Tx, orgId: string, roundIds: readonly string[], today: string): Promise<Map<string, Progress>> {
  if (roundIds.length === 0) return new Map();
  const { rows } = await sql<Progress & { roundId: string }>`
    select m.round_id, ${figures(today)}
    from outreach.members m where m.org_id = ${orgId} and m.round_id = any(${roundIds}::uuid[]) group by m.round_id`.execute(tx);
  return new Map(rows.map(({ roundId, ...progress }) => [roundId, progress]));
}

/** One round's progress by place (community and lane) and by worker. */
export async function progressWithin(tx: Tx, orgId: string, roundId: string, today: string): Promise<ProgressOf[]> {
  const { rows } = await sql<ProgressOf>`
    select m.round_id, m.community_id, m.lane_id, m.worker_id, m.worker_name, case when grouping(m.worker_id) = 1 then 'place' else 'worker' end as by,
      ${figures(today)}
    from outreach.members m where m.org_id = ${orgId} and m.round_id = ${roundId}
    group by grouping sets ((m.round_id, m.community_id, m.lane_id), (m.round_id, m.worker_id, m.worker_name))
    order by m.worker_name nulls first, m.community_id, m.lane_id`.execute(tx);
  return rows;
}

/** Which members of a round a list shows. */
export interface MemberFilter {
  readonly state?: "open" | "overdue" | "unassigned" | "reached" | "refused" | "other_end" | undefined;
  readonly workerId?: string | undefined;
  readonly communityId?: string | undefined;
  readonly noCommunity?: boolean | undefined;
  readonly laneId?: string | undefined;
}

const STATES: Readonly<Record<NonNullable<MemberFilter["state"]>, (today: string) => RawBuilder<unknown>>> = {
  open: () => sql`m.ended_on is null and m.reached_on is null`,
  overdue: (today) => sql`m.next_due_on < ${today}`,
  unassigned: () => sql`m.worker_id is null and m.ended_on is null`,
  reached: () => sql`m.reached_on is not null`,
  refused: () => sql`m.ended_as = 'refused'`,
  other_end: () => sql`m.ended_as in ('moved', 'deceased', 'not_reached', 'round_closed') and m.reached_on is null`,
};

/** Members of a round by place, so that neighbours stand together. */
export async function listMemberRows(
  tx: Tx, orgId: string, { roundId, ...filter }: MemberFilter & { roundId: string }, today: string, { after, limit = 50 }: { after?: string | null | undefined; limit?: number } = {},
): Promise<Page<Member>> {
  const from = decodeCursor(after, ["id", "id", "id"]);
  const conditions: RawBuilder<unknown>[] = [sql`m.org_id = ${orgId}`, sql`m.round_id = ${roundId}`];
  if (filter.state) conditions.push(STATES[filter.state](today));
  if (filter.workerId) conditions.push(sql`m.worker_id = ${filter.workerId}`);
  if (filter.communityId) conditions.push(sql`m.community_id = ${filter.communityId}`);
  if (filter.noCommunity) conditions.push(sql`m.community_id is null`);
  if (filter.laneId) conditions.push(sql`m.lane_id = ${filter.laneId}`);
  if (from) conditions.push(sql`(coalesce(m.community_id, ${NOWHERE}::uuid), coalesce(m.lane_id, ${NOWHERE}::uuid), m.person_id) > (${from[0]}::uuid, ${from[1]}::uuid, ${from[2]}::uuid)`);
  const columns = sql.join(MEMBER.map((column) => sql.ref(`m.${column}`)));
  const { rows } = await sql<Member>`
    select ${columns} from outreach.members m where ${sql.join(conditions, sql` and `)}
    order by coalesce(m.community_id, ${NOWHERE}::uuid), coalesce(m.lane_id, ${NOWHERE}::uuid), m.person_id limit ${limit + 1}`.execute(tx);
  return pageOf(rows, limit, (row) => [row.communityId ?? NOWHERE, row.laneId ?? NOWHERE, row.personId]);
}

/** Stands for "no place known" in the order; after every real one. */
const NOWHERE = "ffffffff-ffff-ffff-ffff-ffffffffffff";
