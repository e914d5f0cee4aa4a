import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { Attended, Channel, EventKind, Role, Status } from "../model/terms.ts";
import type { Live, Standing } from "../model/waiting/waiting-list.ts";
import type { DB } from "./tables.generated.ts";

/** A registration with where it stands now. */
export interface Registration {
  readonly id: string;
  readonly sessionId: string;
  readonly rank: number;
  /** Null for a companion known by name only. */
  readonly personId: string | null;
  readonly guestName: string;
  readonly role: Role;
  readonly companionOf: string | null;
  readonly needs: string;
  readonly channel: Channel;
  readonly standing: Standing;
  readonly repeats: string | null;
  readonly at: string;
  readonly status: Status;
  readonly reason: string | null;
  readonly attended: Attended | null;
}

const REGISTRATION = ["registrationId as id", "sessionId", "rank", "personId", "guestName", "role", "companionOf", "needs", "channel", "standing", "repeats", "at", "status", "reason", "attended"] as const;

const states = (tx: Tx, orgId: string) => tx.withTables<DB>().selectFrom("activities.registrationStates").select(REGISTRATION).where("orgId", "=", orgId);

/** Everybody of a session, in the order of signing up. */
export async function registrationsOf(tx: Tx, orgId: string, sessionId: string): Promise<Registration[]> {
  return await states(tx, orgId).where("sessionId", "=", sessionId).orderBy("rank").execute() as unknown as Registration[];
}

/**
 * Those who still want to come, as far as the waiting list looks at them: places are given under the session's lock, so this is asked for at every
 * sign-up and reads nothing more than it must. Includes some that have no event yet.
 */
export async function liveOf(tx: Tx, orgId: string, sessionId: string, newcomers: readonly string[]): Promise<Live[]> {
  const { rows } = await sql<Live>`
    select r.id, r.rank, r.role, r.companion_of, r.standing, coalesce(e.kind, 'waitlisted') as status
    from activities.registrations r
    left join (select distinct on (registration_id) registration_id, kind from activities.registration_events where org_id = ${orgId} and session_id = ${sessionId} order by registration_id, seq desc) e on e.registration_id = r.id
    where r.org_id = ${orgId} and r.session_id = ${sessionId} and r.repeats is null and (e.kind in ('waitlisted', 'booked') or r.id = any(${[...newcomers]}::uuid[])) order by r.rank`.execute(tx);
  return rows;
}

/** What one person has in one session, in any of their records. */
export async function registrationsIn(tx: Tx, orgId: string, sessionId: string, personIds: readonly string[]): Promise<Registration[]> {
  return await states(tx, orgId).where("sessionId", "=", sessionId).where("personId", "in", [...personIds]).orderBy("rank").execute() as unknown as Registration[];
}

export async function selectRegistration(tx: Tx, orgId: string, id: string): Promise<Registration | undefined> {
  return await states(tx, orgId).where("registrationId", "=", id).executeTakeFirst() as unknown as Registration | undefined;
}

/** What persons signed up for, in any of their records. */
export async function registrationsOfPersons(tx: Tx, orgId: string, personIds: readonly string[]): Promise<Registration[]> {
  if (personIds.length === 0) return [];
  return await states(tx, orgId).where("personId", "in", [...personIds]).orderBy("at", "desc").orderBy("registrationId").execute() as unknown as Registration[];
}

export interface NewRegistration {
  readonly personId: string | null;
  readonly guestName: string;
  readonly role: Role;
  readonly companionOf: string | null;
  readonly needs: string;
  readonly channel: Channel;
  readonly standing: Standing;
  readonly repeats: string | null;
}
export interface By { readonly byAccount: string; readonly byName: string; readonly at: string }

/** Adds one; its id. The caller holds the session's row, so ranks follow one another. */
export async function insertRegistration(tx: Tx, orgId: string, sessionId: string, { standing, ...row }: NewRegistration, by: By): Promise<string> {
  const { id } = await tx.withTables<DB>().insertInto("activities.registrations").values((of) => ({
    orgId, sessionId, ...row, ...by, standing: JSON.stringify(standing),
    rank: of.selectFrom("activities.registrations").select(sql<number>`coalesce(max(rank), 0) + 1`.as("next")).where("orgId", "=", orgId).where("sessionId", "=", sessionId),
  })).returning("id").executeTakeFirstOrThrow();
  return id;
}

/** What became of registrations of one session; the caller holds its row. */
export async function insertEvents(tx: Tx, orgId: string, sessionId: string, ids: readonly string[], event: { kind: EventKind; reason: string }, by: By): Promise<void> {
  if (ids.length === 0) return;
  await sql`insert into activities.registration_events (org_id, session_id, registration_id, seq, kind, reason, by_account, by_name, at)
    select ${orgId}, ${sessionId}, r.id, coalesce((select max(seq) from activities.registration_events e where e.org_id = ${orgId} and e.session_id = ${sessionId} and e.registration_id = r.id), 0) + 1,
      ${event.kind}, ${event.reason}, ${by.byAccount}, ${by.byName}, ${by.at}
    from unnest(${ids}::uuid[]) as r(id)`.execute(tx);
}

/** What the waiting list's order looks at, for one person in all their records. */
export async function pastOf(tx: Tx, orgId: string, personIds: readonly string[], family: readonly string[], missedFrom: string, today: string): Promise<{ came: boolean; waited: number; missed: number }> {
  const { rows: [row] } = await sql<{ came: boolean; waited: number; missed: number }>`
    select coalesce(bool_or(s.series_id = any(${family}::uuid[]) and r.attended in ('present', 'late', 'walk_in')), false) as came,
      (count(*) filter (where s.series_id = any(${family}::uuid[]) and r.status = 'waitlisted' and s.on_day < ${today}::date))::int as waited,
      (count(*) filter (where r.status = 'booked' and r.attended = 'absent' and s.on_day between ${missedFrom}::date and ${today}::date))::int as missed
    from activities.registration_states r join activities.sessions s on s.org_id = r.org_id and s.id = r.session_id
    where r.org_id = ${orgId} and r.person_id = any(${personIds}::uuid[]) and r.repeats is null`.execute(tx);
  return row!;
}

export interface Taken { readonly sessionId: string; readonly role: Role; readonly booked: number; readonly waiting: number; readonly applied: number; readonly came: number }

/** How full sessions are, by role. */
export async function countTaken(tx: Tx, orgId: string, sessionIds: readonly string[]): Promise<Taken[]> {
  if (sessionIds.length === 0) return [];
  const { rows } = await sql<Taken>`
    select session_id, role, (count(*) filter (where status = 'booked'))::int as booked, (count(*) filter (where status = 'waitlisted'))::int as waiting,
      (count(*) filter (where status = 'applied'))::int as applied, (count(*) filter (where attended in ('present', 'late', 'walk_in')))::int as came
    from activities.registration_states where org_id = ${orgId} and session_id = any(${[...sessionIds]}::uuid[]) and repeats is null group by session_id, role`.execute(tx);
  return rows;
}
