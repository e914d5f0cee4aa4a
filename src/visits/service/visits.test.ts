import { expect, test } from "vitest";
import type { PersonId } from "../../kernel/ids.ts";
import { givenEnd, givenPair, type GivenPair } from "../../matching/testing.ts";
import { anActor } from "../../platform/testing/actors.ts";
import { sessionOf, testDatabase } from "../../platform/testing/database.ts";
import { listMyPairs } from "./list-my-pairs.ts";
import { listRecentVisits } from "./list-recent-visits.ts";
import { listSilentPairs } from "./list-silent-pairs.ts";
import { logVisit } from "./log-visit.ts";
import { showMyPair } from "./show-my-pair.ts";
import { withdrawVisit } from "./withdraw-visit.ts";

const t = testDatabase();
const STAFF = ["people.read", "people.write", "volunteers.manage", "visits.read", "concerns.read"];

async function givenFriends(given: GivenPair = { activeOn: "2026-11-01" }) {
  const worker = anActor({ capabilities: STAFF });
  const staff = sessionOf(worker, t);
  const pair = await givenPair(staff, given);
  const volunteer = anActor({ capabilities: ["visits.own"], orgId: worker.orgId, role: "volunteer", personId: pair.helperId as PersonId, strong: false });
  return { worker, staff, volunteer, friend: sessionOf(volunteer, t), ...pair };
}
const visit = (pairId: string, more: object = {}) => ({ pairId, happenedOn: "2026-11-21", minutes: 120, mode: "outside" as const, mood: "good" as const, words: "在楼下打了半小时球", ...more });

test("a friend sees only what a friend needs, and the worker sees the meeting arrive", async () => {
  const { friend, staff, pairId } = await givenFriends({ activeOn: "2026-11-01", safetyNote: "坐轮椅，电梯在北门" });
  expect(await listMyPairs(friend)).toMatchObject([{ pairId, name: "周思佳", safetyNote: "坐轮椅，电梯在北门", lastMetOn: null, dueOn: "2026-11-08" }]);
  await logVisit(friend, visit(pairId));
  expect(await showMyPair(friend, pairId)).toMatchObject({ lastMetOn: "2026-11-21", visits: [{ minutes: 120, words: "在楼下打了半小时球" }] });
  expect((await listRecentVisits(staff)).rows).toMatchObject([{ residentName: "周思佳", helperName: "何雨欣", mood: "good" }]);
});

test("a meeting kept on the phone and sent three times counts once", async () => {
  const { friend, staff, pairId } = await givenFriends();
  const sent = await Promise.all([1, 2, 3].map(() => logVisit(friend, visit(pairId, { deviceKey: "device-0001" })).catch((error: Error) => error)));
  expect(sent.some((one) => !(one instanceof Error))).toBe(true);
  expect((await listRecentVisits(staff)).rows).toHaveLength(1);
});

test("silence is raised the day after the rhythm has passed, and a meeting ends it", async () => {
  const { worker, friend, staff, pairId } = await givenFriends({ activeOn: "2026-11-15", rhythmDays: 7 });
  expect(await listSilentPairs(staff)).toEqual([]);
  const tomorrow = sessionOf(worker, t, { now: new Date("2026-11-23T00:30:00Z") });
  expect(await listSilentPairs(tomorrow)).toMatchObject([{ pairId, residentName: "周思佳", quietDays: 8, rhythmDays: 7 }]);
  await logVisit(friend, visit(pairId, { happenedOn: "2026-11-22" }));
  expect(await listSilentPairs(tomorrow)).toEqual([]);
});

test("a meeting taken back with a reason is no longer counted", async () => {
  const { friend, staff, pairId } = await givenFriends();
  const { id } = await logVisit(friend, visit(pairId));
  await withdrawVisit(friend, { visitId: id, reason: "记错了日期" });
  expect((await listRecentVisits(staff)).rows).toEqual([]);
  await expect(withdrawVisit(friend, { visitId: id, reason: "再来一次" })).rejects.toMatchObject({ reason: "visit.not_found" });
});

test("a new friend never reads the old one's notes, and the old one sees the person no more", async () => {
  const first = await givenFriends();
  await logVisit(first.friend, visit(first.pairId, { words: "他说想念爸爸" }));
  await givenEnd(first.staff, first.pairId, { on: "2026-11-22" });
  const second = await givenPair(first.staff, { activeOn: "2026-11-22", helperName: "孙琳", residentId: first.residentId });
  const successor = sessionOf(anActor({ capabilities: ["visits.own"], orgId: first.worker.orgId, personId: second.helperId as PersonId, strong: false }), t);
  expect((await showMyPair(successor, second.pairId)).visits).toEqual([]);
  await expect(showMyPair(successor, first.pairId)).rejects.toMatchObject({ reason: "visit.pair_not_found" });
  expect(await listMyPairs(first.friend)).toEqual([]);
});

test("another volunteer, another organisation and a stranger learn nothing", async () => {
  const { worker, pairId } = await givenFriends();
  const other = sessionOf(anActor({ capabilities: ["visits.own"], orgId: worker.orgId, personId: "0191d2a0-0000-7000-8000-0000000000aa" as PersonId }), t);
  await expect(logVisit(other, visit(pairId))).rejects.toMatchObject({ reason: "visit.pair_not_found" });
  await expect(showMyPair(other, pairId)).rejects.toMatchObject({ reason: "visit.pair_not_found" });
  const elsewhere = sessionOf(anActor({ capabilities: STAFF }), t);
  await expect(logVisit(elsewhere, visit(pairId))).rejects.toMatchObject({ reason: "visit.pair_not_found" });
  expect((await listRecentVisits(elsewhere)).rows).toEqual([]);
  expect(await listSilentPairs(elsewhere)).toEqual([]);
  await expect(logVisit(sessionOf(anActor({ orgId: worker.orgId }), t), visit(pairId))).rejects.toMatchObject({ status: 403 });
});
