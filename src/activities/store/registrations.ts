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
 * How many have a place, by role. Asked under the session's lock at every sign-up, so it looks only at those who ever had one, each by its key:
 * no plan of it grows worse while hundreds come within seconds and nobody has counted the table yet.
 */
export async function countBooked(tx: Tx, orgId: string, sessionId: string): Promise<ReadonlyMap<Role, number>> {
  const { rows } = await sql<{ role: Role; booked: number }>`
    select r.role, count(distinct r.id)::int as booked
    from activities.registration_events b join activities.registrations r on r.org_id = b.org_id and r.id = b.registration_id
    where b.org_id = ${orgId} and b.session_id = ${sessionId} and b.kind = 'booked' and r.repeats is null
      and (select kind from activities.registration_events e where e.org_id = b.org_id and e.session_id = b.session_id and e.registration_id = b.registration_id order by seq desc limit 1) = 'booked'
    group by r.role`.execute(tx);
  return new Map(rows.map(({ role, booked }) => [role, booked]));
}

/**
 * Those who wait where a place may be for them, and newcomers whatever has become of them so far. Who waits for a role of which nothing is free is
 * left out with everybody who comes along: most of a long list, and at most sign-ups all of it.
 */
export async function waitingOf(tx: Tx, orgId: string, sessionId: string, newcomers: readonly string[], free: readonly Role[]): Promise<Live[]> {
  const waits = (id: string) => sql<boolean>`(${sql.ref(id)} = any(${[...newcomers]}::uuid[])
    or (select kind from activities.registration_events e where e.org_id = ${orgId} and e.session_id = ${sessionId} and e.registration_id = ${sql.ref(id)} order by seq desc limit 1) = 'waitlisted')`;
  const { rows } = await sql<Live>`
    select r.id, r.rank, r.role, r.companion_of, r.standing, 'waitlisted' as status
    from activities.registrations r
    where r.org_id = ${orgId} and r.session_id = ${sessionId} and r.repeats is null
      and case when r.companion_of is null then r.role = any(${[...free]}::text[]) else not exists (
        select from activities.registrations h where h.org_id = ${orgId} and h.id = r.companion_of and h.role <> all(${[...free]}::text[]) and ${waits("h.id")}) end
      and ${waits("r.id")} order by r.rank`.execute(tx);
  return rows;
}

/** Somebody's registration and those of who comes along. */
export async function partyOf(tx: Tx, orgId: string, sessionId: string, id: string): Promise<Registration[]> {
  return await states(tx, orgId).where("sessionId", "=", sessionId).where((of) => of.or([of("registrationId", "=", id), of("companionOf", "=", id)])).orderBy("rank").execute() as unknown as Registration[];
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

/** An activity somebody signed up for or came to. */
export interface Joined extends Pick<Registration, "role" | "status" | "attended"> {
  readonly registrationId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly onDay: string;
}

/** The latest activities of a person, all of whose records are named; those to come first. One query. */
export async function joinedBy(tx: Tx, orgId: string, personIds: readonly string[], limit: number): Promise<Joined[]> {
  const { rows } = await sql<Joined>`
    select r.registration_id, r.session_id, r.role, r.status, r.attended, e.name, s.on_day
    from activities.registration_states r
    join activities.sessions s on s.org_id = r.org_id and s.id = r.session_id
    join activities.series e on e.org_id = s.org_id and e.id = s.series_id
    where r.org_id = ${orgId} and r.person_id = any(${[...personIds]}::uuid[]) and r.repeats is null
    order by s.on_day desc, r.registration_id limit ${limit}`.execute(tx);
  return rows;
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

/** Persons with a place as a volunteer in sessions from a day on, with the series each belongs to. */
export async function bookedHelpers(tx: Tx, orgId: string, from: string, seriesIds: readonly string[] | null): Promise<{ seriesId: string; name: string; personId: string }[]> {
  const { rows } = await sql<{ seriesId: string; name: string; personId: string }>`
    select distinct s.series_id, e.name, r.person_id from activities.session_states s
    join activities.series e on e.org_id = s.org_id and e.id = s.series_id
    join activities.registration_states r on r.org_id = s.org_id and r.session_id = s.id
    where s.org_id = ${orgId} and s.on_day >= ${from}::date and not s.cancelled ${seriesIds ? sql`and s.series_id = any(${[...seriesIds]}::uuid[])` : sql``}
      and r.role = 'volunteer' and r.status = 'booked' and r.repeats is null and r.person_id is not null
    order by e.name, s.series_id`.execute(tx);
  return rows;
}
