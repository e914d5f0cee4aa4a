import { expect, test } from "vitest";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { activitiesFound } from "../calendar/activities-found.ts";
import { listOpenSessions, listSessions } from "../calendar/list-sessions.ts";
import { showSeries } from "../calendar/show-series.ts";
import { showSession } from "../calendar/show-session.ts";
import { signUp } from "../registration/sign-up.ts";
import { aSeries, givenHouse, givenSeries, type House } from "../../testing.ts";
import { cancelSession } from "./cancel-session.ts";
import { changeFollowing } from "./change-following.ts";
import { changeSession } from "./change-session.ts";
import { createSeries } from "./create-series.ts";
import { restoreSession } from "./restore-session.ts";

const t = testDatabase();
const lettersOf = async ({ orgId }: House) => (await t.owner.query<{ matter: string; ids: number }>(
  `select payload->>'matter' as matter, jsonb_array_length(payload->'registrationIds') as ids from platform.outbox where org_id = $1 and topic = 'activity' order by at, matter`, [orgId])).rows.map(({ matter, ids }) => `${matter} ${ids}`);

test("a rule becomes sessions in the calendar, found by day, name, kind and place, a page at a time", async () => {
  const house = await givenHouse(t, 0);
  await givenSeries(house);
  await givenSeries(house, { name: "包饺子", kind: "meal", startsOn: "2026-12-05", rule: "", placeId: null, placeWords: "食堂" });
  const december = house.at("2026-12-10T02:00:00Z");
  expect((await activitiesFound(december, { q: "hechang", limit: 5 }, "en"))?.lines).toEqual([{ to: expect.stringMatching(/series/), title: "周三合唱", detail: expect.stringContaining("16") }]);
  expect((await activitiesFound(december, { q: "饺子", limit: 5 }, "en"))?.lines[0]?.detail).toContain("none ahead");
  expect(await activitiesFound(house.anyone, { q: "饺子", limit: 5 }, "en")).toBeNull();
  const days = async (filter: Parameters<typeof listSessions>[1]) => (await listSessions(house.worker, filter)).rows.map(({ onDay, name }) => `${onDay} ${name}`);
  expect(await days({})).toEqual(["2026-12-02 周三合唱", "2026-12-05 包饺子", "2026-12-09 周三合唱", "2026-12-16 周三合唱", "2026-12-23 周三合唱", "2026-12-30 周三合唱"]);
  expect(await days({ q: "食堂" })).toEqual(["2026-12-05 包饺子"]);
  expect(await days({ kind: "meal" })).toEqual(await days({ from: "2026-12-05", to: "2026-12-05" }));
  expect(await days({ placeId: house.communityId, backwards: true, to: "2026-12-10" })).toEqual(["2026-12-09 周三合唱", "2026-12-02 周三合唱"]);
  const first = await listSessions(house.worker, {}, { limit: 4 });
  const second = await listSessions(house.worker, {}, { limit: 4, after: first.next });
  expect([...first.rows, ...second.rows].map(({ onDay }) => onDay)).toHaveLength(6);
  expect(second.next).toBeNull();
  expect(first.rows[0]).toMatchObject({ place: "金沙社区 二楼活动室", filled: { participant: { places: 20, booked: 0 } } });
});

test.each([
  [{ fromMinute: 960, untilMinute: 870 }, "hours_backwards"], [{ participants: 0, volunteers: 0 }, "no_places"], [{ placeId: null, placeWords: "" }, "no_place"],
  [{ placeId: "7b0c3d8e-0000-4000-8000-000000000001" }, "place_not_found"], [{ rule: "FREQ=WEEKLY" }, "rule_without_end"],
] as const)("a plan with %j is refused", async (over, reason) => {
  const house = await givenHouse(t, 0);
  await expect(createSeries(house.worker, aSeries(house, over))).rejects.toMatchObject({ reason: `activities.${reason}` });
});

test("one session moves: it keeps its people, who hear of it, and its place in the rule", async () => {
  const house = await givenHouse(t, 1);
  const { sessionIds: [sessionId] } = await givenSeries(house);
  await signUp(house.worker, { sessionId: sessionId!, personId: house.residents[0]!, role: "participant" });
  const { occasion } = await showSession(house.worker, sessionId!);
  const { fromMinute, untilMinute, placeId, placeWords, participants, volunteers, companions, version } = occasion;
  const change = { sessionId: sessionId!, fromMinute, untilMinute, placeId, placeWords, participants, volunteers, companions, version, onDay: "2026-12-03", reason: "场地检修" };
  await changeSession(house.worker, change);
  const after = await showSession(house.worker, sessionId!);
  expect(after.occasion).toMatchObject({ onDay: "2026-12-03", recursOn: "2026-12-02", filled: { participant: { booked: 1 } } });
  expect(after.history).toMatchObject([{ kind: "moved", reason: "场地检修", was: { onDay: "2026-12-02" } }]);
  expect(await lettersOf(house)).toEqual(["booked 1", "reminder 1", "moved 1", "reminder 1"]);
  await expect(changeSession(house.worker, change)).rejects.toMatchObject({ kind: "stale" });
  await expect(changeSession(house.worker, { ...change, version: version + 1, onDay: "2026-11-01" })).rejects.toMatchObject({ reason: "activities.day_is_past" });
});

test("a cancelled session says why, takes nobody, is not offered, and comes back with everybody", async () => {
  const house = await givenHouse(t, 2);
  const { sessionIds } = await givenSeries(house);
  const [sessionId] = sessionIds as [string];
  await signUp(house.worker, { sessionId, personId: house.residents[0]!, role: "participant" });
  await expect(cancelSession(house.worker, { sessionId, reason: " " })).rejects.toThrow();
  await cancelSession(house.worker, { sessionId, reason: "下大雪" });
  expect((await showSession(house.worker, sessionId)).occasion).toMatchObject({ cancelled: true, cancelledWhy: "下大雪" });
  await expect(signUp(house.worker, { sessionId, personId: house.residents[1]!, role: "participant" })).rejects.toMatchObject({ reason: "activities.session_cancelled" });
  expect((await listOpenSessions(house.anyone)).map(({ id }) => id)).not.toContain(sessionId);
  await restoreSession(house.worker, sessionId);
  expect((await showSession(house.worker, sessionId)).occasion).toMatchObject({ cancelled: false, filled: { participant: { booked: 1 } } });
  await expect(restoreSession(house.worker, sessionId)).rejects.toMatchObject({ reason: "activities.not_cancelled" });
  expect((await lettersOf(house)).filter((line) => !/booked|reminder/.test(line))).toEqual(["cancelled 1", "restored 1"]);
  expect((await cancelSession(house.worker, { sessionId: sessionIds[2]!, reason: "放假", following: true })).cancelled).toBe(3);
});

test("this and the following: Wednesdays become Thursdays with everybody in them, what has no day is called off", async () => {
  const house = await givenHouse(t, 1);
  const { seriesId, sessionIds } = await givenSeries(house);
  await signUp(house.worker, { sessionId: sessionIds[0]!, personId: house.residents[0]!, role: "participant", following: true });
  const plan = aSeries(house, { startsOn: "2026-12-10", rule: "FREQ=WEEKLY;BYDAY=TH;UNTIL=20261224", fromMinute: 600, untilMinute: 690 });
  const changed = await changeFollowing(house.worker, { sessionId: sessionIds[1]!, plan, reason: "老师改时间", version: 1 });
  expect(changed).toMatchObject({ kept: 3, added: 0, dropped: 1 });
  const later = await showSeries(house.worker, changed.seriesId);
  expect(later.occasions.map(({ onDay, fromMinute, filled }) => [onDay, fromMinute, filled.participant.booked])).toEqual([["2026-12-10", 600, 1], ["2026-12-17", 600, 1], ["2026-12-24", 600, 1]]);
  const earlier = await showSeries(house.worker, seriesId);
  expect([earlier.series.rule, earlier.occasions.map(({ onDay, cancelled }) => `${onDay} ${cancelled}`)]).toEqual(["FREQ=WEEKLY;BYDAY=WE;UNTIL=20261208", ["2026-12-02 false", "2026-12-30 true"]]);
  expect((await lettersOf(house)).filter((line) => /moved|cancelled/.test(line))).toEqual(["cancelled 1", "moved 1", "moved 1", "moved 1"]);
  await expect(changeFollowing(house.worker, { sessionId: sessionIds[1]!, plan: { ...plan, startsOn: "2026-01-01" }, reason: "x", version: 1 })).rejects.toMatchObject({ reason: "activities.day_is_past" });
});

test("who may not plan cannot, and another organisation's series is not there", async () => {
  const house = await givenHouse(t, 1);
  const { seriesId, sessionIds } = await givenSeries(house);
  const reader = sessionOf(anActor({ orgId: house.orgId, capabilities: ["activities.read"] }), t);
  await expect(createSeries(reader, aSeries(house))).rejects.toMatchObject({ status: 403 });
  await expect(cancelSession(reader, { sessionId: sessionIds[0]!, reason: "x" })).rejects.toMatchObject({ status: 403 });
  const elsewhere = sessionOf(anActor({ capabilities: ["activities.read", "activities.manage"] }), t);
  await expect(showSeries(elsewhere, seriesId)).rejects.toMatchObject({ status: 404 });
  await expect(cancelSession(elsewhere, { sessionId: sessionIds[0]!, reason: "x" })).rejects.toMatchObject({ status: 404 });
  expect((await listSessions(elsewhere, {})).rows).toEqual([]);
});
