import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { Mark, Role } from "../model/terms.ts";
import type { DB } from "./tables.generated.ts";

export interface NewMark {
  readonly markId: string;
  readonly registrationId: string;
  readonly state: Mark;
  /** When it was tapped, which on a phone without network is earlier than when it arrives. */
  readonly markedAt: string;
}

/** Adds marks; one that is there already changes nothing. How many were new. */
export async function insertMarks(tx: Tx, orgId: string, sessionId: string, marks: readonly NewMark[], by: { byAccount: string; byName: string }): Promise<number> {
  if (marks.length === 0) return 0;
  const added = await tx.withTables<DB>().insertInto("activities.attendance").values(marks.map((mark) => ({ orgId, sessionId, ...mark, ...by }))).onConflict((clash) => clash.columns(["orgId", "markId"]).doNothing()).returning("markId").execute();
  return added.length;
}

/** One line per person who came. */
export interface Came {
  readonly sessionId: string;
  readonly seriesId: string;
  readonly happenedOn: string;
  readonly minutes: number;
  readonly registrationId: string;
  readonly personId: string;
  readonly role: Role;
}

/** Everybody who came between two days; every figure is counted from these lines. */
export async function cameBetween(tx: Tx, orgId: string, from: string, to: string): Promise<Came[]> {
  return await tx.withTables<DB>().selectFrom("activities.attendanceFacts").select(["sessionId", "seriesId", "happenedOn", "minutes", "registrationId", "personId", "role"])
    .where("orgId", "=", orgId).where("happenedOn", ">=", from).where("happenedOn", "<=", to).orderBy("happenedOn").orderBy("sessionId").orderBy("registrationId").execute() as unknown as Came[];
}

export interface Missed { readonly personId: string; readonly booked: number; readonly came: number; readonly lastOn: string }

/** Persons booked at least some times between two days, with how often they came. */
export async function bookedAndCame(tx: Tx, orgId: string, from: string, to: string, atLeast: number): Promise<Missed[]> {
  const { rows } = await sql<Missed>`
    select r.person_id, count(*)::int as booked, (count(*) filter (where r.attended in ('present', 'late')))::int as came, max(s.on_day) as last_on
    from activities.session_states s join activities.registration_states r on r.org_id = s.org_id and r.session_id = s.id
    where s.org_id = ${orgId} and s.on_day between ${from}::date and ${to}::date and not s.cancelled and r.person_id is not null and r.status = 'booked' and r.repeats is null and coalesce(r.attended, '') <> 'excused'
    group by r.person_id having count(*) >= ${atLeast}`.execute(tx);
  return rows;
}
