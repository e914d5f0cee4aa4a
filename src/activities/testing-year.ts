import { randomUUID } from "node:crypto";
import type pg from "pg";
import { randomOf } from "#platform/testing/random.ts";
import { aSeries, type House } from "./testing.ts";

/** What a year held, as the generator itself knows it. */
export interface MadeYear { readonly sessions: number; readonly personTimes: number; readonly persons: number; readonly volunteerTimes: number; readonly november: number }

/**
 * A year of activities straight into the tables: sessions with exactly so many person-times between them, among people who were absent, excused,
 * marked and unmarked again, corrected later, volunteers, and sessions nobody came to. Written by the owner, because a year by services takes an hour.
 */
export async function givenYear(owner: pg.Pool, house: House, wanted: { sessions: number; personTimes: number }, seed = 1): Promise<MadeYear> {
  const draw = randomOf(seed);
  const orgId = house.orgId;
  const { rows: [series] } = await owner.query<{ id: string }>(
    `insert into activities.series (org_id, name, kind, starts_on, from_minute, until_minute, place_words, participants, volunteers, companions, open_to, admission, rules, created_by, created_by_name, created_at)
     values ($1, '一年的活动', 'art', '2026-01-01', 870, 960, '活动室', 100, 10, 10, 'staff', 'direct', $2, $3, '林晓禾', now()) returning id`, [orgId, JSON.stringify(aSeries(house).rules), randomUUID()]);
  const came = spread(wanted, house.residents.length - 1, draw);
  const [sessions, registrations, marks]: [unknown[][], unknown[][], unknown[][]] = [[], [], []];
  const persons = new Set<string>();
  let [volunteerTimes, november] = [0, 0];
  for (let index = 0; index < wanted.sessions + 25; index++) {
    const [sessionId, day] = [randomUUID(), new Date(Date.UTC(2026, 0, 1) + Math.floor((index * 365) / (wanted.sessions + 25)) * 86_400_000).toISOString().slice(0, 10)];
    sessions.push([sessionId, new Date(Date.UTC(2030, 0, 1) + index * 86_400_000).toISOString().slice(0, 10), day]);
    const there = came[index] ?? 0;
    if (day.startsWith("2026-11")) november += there;
    const people = [...house.residents].sort(() => draw() - 0.5).slice(0, Math.min(house.residents.length, there + 3));
    for (const [rank, personId] of people.entries()) {
      const [id, role] = [randomUUID(), rank === there + 2 ? "volunteer" : "participant"];
      registrations.push([sessionId, id, rank + 1, personId, role]);
      const isThere = rank < there || (role === "volunteer" && there > 0);
      if (rank < there) persons.add(personId);
      if (role === "volunteer" && there > 0) volunteerTimes++;
      const final = isThere ? ["present", "late", "walk_in"][Math.floor(draw() * 3)]! : ["absent", "excused", "unmarked"][Math.floor(draw() * 3)]!;
      if (draw() < 0.3) marks.push([sessionId, id, randomUUID(), isThere ? "absent" : "present", `${day}T06:30:00Z`]);
      marks.push([sessionId, id, randomUUID(), final, `${day}T06:31:00Z`]);
    }
  }
  const column = (rows: readonly unknown[][], at: number) => rows.map((row) => row[at]);
  await owner.query(`insert into activities.sessions (org_id, series_id, id, recurs_on, on_day, from_minute, until_minute, participants, volunteers, companions)
    select $1, $2, u.id, u.recurs, u.day, 870, 960, 100, 10, 10 from unnest($3::uuid[], $4::date[], $5::date[]) as u(id, recurs, day)`, [orgId, series!.id, column(sessions, 0), column(sessions, 1), column(sessions, 2)]);
  await owner.query(`insert into activities.registrations (org_id, session_id, id, rank, person_id, role, channel, by_account, by_name, at)
    select $1, u.s, u.id, u.rank, u.p, u.role, 'staff', $7, '林晓禾', now() from unnest($2::uuid[], $3::uuid[], $4::int[], $5::uuid[], $6::text[]) as u(s, id, rank, p, role)`,
  [orgId, column(registrations, 0), column(registrations, 1), column(registrations, 2), column(registrations, 3), column(registrations, 4), randomUUID()]);
  await owner.query(`insert into activities.registration_events (org_id, session_id, registration_id, seq, kind, by_account, by_name, at) select org_id, session_id, id, 1, 'booked', by_account, by_name, at from activities.registrations where org_id = $1`, [orgId]);
  await owner.query(`insert into activities.attendance (org_id, session_id, registration_id, mark_id, state, marked_at, by_account, by_name)
    select $1, u.s, u.r, u.m, u.state, u.at, $7, '林晓禾' from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::timestamptz[]) as u(s, r, m, state, at)`,
  [orgId, column(marks, 0), column(marks, 1), column(marks, 2), column(marks, 3), column(marks, 4), randomUUID()]);
  await owner.query("analyze activities.sessions, activities.registrations, activities.registration_events, activities.attendance");
  return { sessions: wanted.sessions, personTimes: wanted.personTimes, persons: persons.size, volunteerTimes, november };
}

/** Person-times dealt out over sessions, at least one each. */
function spread({ sessions, personTimes }: { sessions: number; personTimes: number }, most: number, draw: () => number): number[] {
  const dealt = Array.from({ length: sessions }, () => 1);
  for (let left = personTimes - sessions; left > 0;) {
    const at = Math.floor(draw() * sessions);
    if (dealt[at]! < most) { dealt[at]!++; left--; }
  }
  return dealt;
}
