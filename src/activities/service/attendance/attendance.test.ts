import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { testDatabase } from "#platform/testing/database.ts";
import { showSession } from "../calendar/show-session.ts";
import { passOf } from "../registration/passes.ts";
import { signUp } from "../registration/sign-up.ts";
import { givenHouse, givenSeries, type House } from "../../testing.ts";
import { activitiesPanel } from "../person-panel.ts";
import { addWalkIn } from "./add-walk-in.ts";
import { checkIn } from "./check-in.ts";
import { giveFeedback } from "./give-feedback.ts";
import { markRestAbsent } from "./mark-rest-absent.ts";
import { takeAttendance } from "./take-attendance.ts";

const t = testDatabase();
const AT_THE_DOOR = "2026-12-02T06:35:00Z";

/** The choir's first day, everybody signed up. */
async function givenDay(people: number): Promise<{ house: House; sessionId: string; ids: string[]; door: House["worker"] }> {
  const house = await givenHouse(t, people + 2);
  const { sessionIds: [sessionId] } = await givenSeries(house, { participants: 40 });
  const ids = [];
  for (const personId of house.residents.slice(0, people)) ids.push((await signUp(house.worker, { sessionId: sessionId!, personId, role: "participant" })).registrationId);
  return { house, sessionId: sessionId!, ids, door: house.at(AT_THE_DOOR) };
}
const marksOf = async ({ worker }: House, sessionId: string) => (await showSession(worker, sessionId)).people.map(({ name, attended }) => `${name} ${attended}`);
const mark = (registrationId: string, state: "present" | "late" | "absent" | "excused" | "unmarked", markedAt?: string) => ({ markId: randomUUID(), registrationId, state, ...(markedAt && { markedAt }) });

test("one tap a person; a tap sent twice counts once, and the later tap counts whatever arrives first", async () => {
  const { house, sessionId, ids, door } = await givenDay(3);
  const first = mark(ids[0]!, "present");
  await takeAttendance(door, { sessionId, marks: [first] });
  expect((await takeAttendance(door, { sessionId, marks: [first] })).marks).toEqual([{ markId: first.markId, answer: "kept" }]);
  const { rows } = await t.owner.query("select count(*)::int as n from activities.attendance where org_id = $1", [house.orgId]);
  expect(rows[0].n).toBe(1);
  await takeAttendance(door, { sessionId, marks: [mark(ids[1]!, "late", "2026-12-02T06:34:00Z"), mark(ids[1]!, "present", "2026-12-02T06:31:00Z"), mark(ids[2]!, "excused")] });
  expect(await marksOf(house, sessionId)).toEqual(["居民1 present", "居民2 late", "居民3 excused"]);
  await takeAttendance(house.at("2026-12-02T06:40:00Z"), { sessionId, marks: [mark(ids[0]!, "unmarked")] });
  expect(await marksOf(house, sessionId)).toEqual(["居民1 null", "居民2 late", "居民3 excused"]);
});

test("one bad mark of a batch holds none of the others back", async () => {
  const { house, sessionId, ids, door } = await givenDay(1);
  const bad = mark(randomUUID(), "present");
  const answer = await takeAttendance(door, { sessionId, marks: [bad, mark(ids[0]!, "present")] });
  expect(answer.marks.map((one) => one.answer)).toEqual(["activities.registration_not_found", "kept"]);
  expect(answer.now).toEqual([{ registrationId: ids[0], state: "present" }]);
  expect(await marksOf(house, sessionId)).toEqual(["居民1 present"]);
});

test("thirty people and three who come without signing up; the rest did not come", async () => {
  const { house, sessionId, ids, door } = await givenDay(31);
  await takeAttendance(door, { sessionId, marks: ids.slice(0, 27).map((id) => mark(id, "present")) });
  await addWalkIn(door, { sessionId, personId: house.residents[31]! });
  await addWalkIn(door, { sessionId, name: "路过的邻居" });
  const again = { sessionId, name: "老唐", phone: "13911112222", markId: randomUUID() };
  await addWalkIn(door, again);
  expect(await markRestAbsent(door, sessionId)).toEqual({ marked: 4 });
  const { people, occasion } = await showSession(house.worker, sessionId);
  expect([people.filter(({ attended }) => attended === "present").length, people.filter(({ attended }) => attended === "walk_in").length, occasion.filled.participant.came]).toEqual([27, 3, 30]);
  expect(occasion.filled.participant.booked).toBe(31);
  const onFile = async (personId: string) => (await activitiesPanel(house.worker, { personId, recordIds: [personId] }, "zh"))!.lines.map(({ chip }) => chip?.label);
  expect([await onFile(house.residents[0]!), await onFile(house.residents[30]!), await onFile(house.residents[31]!)]).toEqual([["到了"], ["没来"], ["临时来的"]]);
  await addWalkIn(door, { sessionId, personId: house.residents[30]! });
  expect((await showSession(house.worker, sessionId)).people.find(({ personId }) => personId === house.residents[30])).toMatchObject({ attended: "present", channel: "staff" });
});

test("no attendance before the day, none of a cancelled session, none by who may not", async () => {
  const { house, sessionId, ids } = await givenDay(1);
  await expect(takeAttendance(house.worker, { sessionId, marks: [mark(ids[0]!, "present")] })).rejects.toMatchObject({ reason: "activities.not_yet" });
  await expect(takeAttendance(house.as(house.residents[0]!, AT_THE_DOOR), { sessionId, marks: [mark(ids[0]!, "present")] })).rejects.toMatchObject({ status: 403 });
});

test("a QR code leads the worker to the person, a made-up one to nobody", async () => {
  const { ids, door } = await givenDay(1);
  const pass = passOf(door.keys, ids[0]!);
  expect(await checkIn(door, pass)).toMatchObject({ name: "居民1", status: "booked", attended: null, registrationId: ids[0] });
  await expect(checkIn(door, pass.replace(/^./, (letter) => (letter === "A" ? "B" : "A")))).rejects.toMatchObject({ status: 404 });
});

test("three faces: shown from three answers on, one answer each, and not a word of who gave it", async () => {
  const { house, sessionId, ids, door } = await givenDay(3);
  for (const [index, id] of ids.entries()) {
    expect(await giveFeedback(door, passOf(door.keys, id), { face: index === 2 ? "fair" : "good", words: index === 0 ? "唱得高兴" : "" })).toEqual({ given: true });
    expect((await showSession(house.worker, sessionId)).feedback === null).toBe(index < 2);
  }
  expect(await giveFeedback(door, passOf(door.keys, ids[0]!), { face: "poor" })).toEqual({ given: false });
  expect((await showSession(house.worker, sessionId)).feedback).toEqual({ faces: { good: 2, fair: 1, poor: 0 }, words: ["唱得高兴"] });
  const { rows } = await t.owner.query("select * from activities.feedback where org_id = $1", [house.orgId]);
  for (const id of [...ids, ...house.residents]) expect(JSON.stringify(rows)).not.toContain(id);
  await expect(giveFeedback(house.worker, passOf(door.keys, ids[0]!), { face: "good" })).rejects.toMatchObject({ reason: "activities.not_yet" });
});

test("a volunteer who was there has the hours proposed, once; corrected to absent they are withdrawn, and marked again they wait again", async () => {
  const { house, sessionId, door } = await givenDay(1);
  const { registrationId } = await addWalkIn(door, { sessionId, personId: house.residents[2]!, role: "volunteer" });
  const hours = async () => (await t.owner.query<{ minutes: number; state: string | null }>(
    `select e.minutes, (select d.kind from hours.decisions d where d.org_id = e.org_id and d.entry_id = e.id order by d.at desc limit 1) as state
     from hours.entries e where e.org_id = $1 and e.source_kind = 'activity' and not exists (select from hours.entries n where n.org_id = e.org_id and n.supersedes = e.id)`, [house.orgId])).rows;
  expect(await hours()).toEqual([{ minutes: 90, state: null }]);
  await takeAttendance(door, { sessionId, marks: [mark(registrationId, "late")] });
  expect(await hours()).toEqual([{ minutes: 90, state: null }]);
  await takeAttendance(house.at("2026-12-02T06:50:00Z"), { sessionId, marks: [mark(registrationId, "absent")] });
  expect(await hours()).toEqual([{ minutes: 90, state: "withdrawn" }]);
  await takeAttendance(house.at("2026-12-02T06:55:00Z"), { sessionId, marks: [mark(registrationId, "present")] });
  expect(await hours()).toEqual([{ minutes: 90, state: null }]);
});
