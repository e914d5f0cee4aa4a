import { expect, test } from "vitest";
import type { PersonId } from "../../kernel/ids.ts";
import { givenPair } from "../../matching/testing.ts";
import { anActor } from "../../platform/testing/actors.ts";
import { sessionOf, testDatabase } from "../../platform/testing/database.ts";
import { givenEncounter } from "../../encounters/testing.ts";
import { givenGroup, givenSession } from "../../groups/testing.ts";
import { mergePersonsIn } from "../../people/index.ts";
import { givenPersons } from "../../people/testing.ts";
import { logVisit } from "../../visits/index.ts";
import { returnDocument } from "../ui/return-document.ts";
import { countMonth } from "./count-month.ts";
import { openFigure } from "./open-figure.ts";
import { submitReturn } from "./submit-return.ts";

const t = testDatabase();
const STAFF = ["returns.read", "visits.read", "people.read", "people.write", "volunteers.manage"];

async function givenMonth() {
  const worker = anActor({ capabilities: STAFF });
  const session = sessionOf(worker, t);
  const first = await givenPair(session, { activeOn: "2026-11-01" });
  await givenPair(session, { activeOn: "2026-10-01", endedOn: "2026-11-10", residentName: "陈国庆" });
  const friend = sessionOf(anActor({ capabilities: ["visits.own"], orgId: worker.orgId, personId: first.helperId as PersonId, strong: false }), t);
  for (const happenedOn of ["2026-11-02", "2026-11-09", "2026-11-16"]) {
    await logVisit(friend, { pairId: first.pairId, happenedOn, minutes: 90, mode: "outside", mood: "good", words: "" });
  }
  return { worker, session, ...first };
}

test("the month is counted from what was logged, and each figure opens to its rows", async () => {
  const { session } = await givenMonth();
  const { total } = await countMonth(session, "2026-11");
  expect(total).toEqual({ sessions: 3, personTimes: 3, persons: 1, volunteers: 1, volunteerMinutes: 270, pairsActive: 1, pairsBegun: 1, pairsEnded: 1, needsMet: 0 });
  const opened = await openFigure(session, { month: "2026-11" });
  expect([opened.services.length, opened.pairs.length]).toEqual([3, 2]);
  expect(opened.services[0]).toMatchObject({ residentName: "周思佳", helperName: "何雨欣", minutes: 90 });
  expect((await countMonth(session, "2026-09")).total.sessions).toBe(0);
});

test("service records count beside the meetings: each served person is a person-time, each volunteer's time counts once", async () => {
  const { worker, session, residentId, helperId } = await givenMonth();
  const clerk = sessionOf({ ...worker, capabilities: new Set([...STAFF, "encounters.write"]) }, t);
  await givenEncounter(clerk, residentId, { minutes: 30 });
  await givenEncounter(clerk, residentId, { minutes: 60, people: [{ personId: residentId, role: "client" }, { personId: helperId, role: "volunteer" }] });
  expect((await countMonth(session, "2026-11")).total).toMatchObject({ sessions: 5, personTimes: 5, persons: 1, volunteers: 1, volunteerMinutes: 330 });
  expect((await openFigure(session, { month: "2026-11" })).services).toHaveLength(6);
});

test("group sessions count beside activities: each member who came is a person-time, a corrected log and two merged records count once, and the rows say which group", async () => {
  const { worker, session, residentId } = await givenMonth();
  const leader = sessionOf({ ...worker, capabilities: new Set([...STAFF, "groups.work", "people.merge"]) }, t);
  const [li, again] = await givenPersons(leader, [{ name: "李大妈" }, { name: "李大妈" }]) as [string, string];
  const { groupId, memberIds: [one, two, three] } = await givenGroup(leader, [residentId, li, again]);
  const mark = (memberId: string, state: "present" | "absent") => ({ memberId, state, takingPart: null, seen: "" });
  const groupSession = await givenSession(leader, groupId, 1, [mark(one!, "present"), mark(two!, "present"), mark(three!, "present")]);
  expect((await countMonth(session, "2026-11")).total).toMatchObject({ sessions: 4, personTimes: 6, persons: 3 });
  await leader.write("test.merge", null, (tx) => mergePersonsIn(leader, tx, { survivorId: li, mergedId: again, reason: "同一个人" }));
  expect((await countMonth(session, "2026-11")).total).toMatchObject({ sessions: 4, personTimes: 5, persons: 2 });
  const { activities } = await openFigure(session, { month: "2026-11" });
  expect(activities.map(({ source, sessionId, activity, minutes }) => `${source} ${sessionId} ${activity} ${minutes}`)).toEqual([`group ${groupSession} 象棋小组 90`, `group ${groupSession} 象棋小组 90`]);
});

test("a return handed in keeps its figures, and what is added later shows as a difference", async () => {
  const { session } = await givenMonth();
  await submitReturn(session, { month: "2026-11", note: "" });
  const { submitted, total } = await countMonth(session, "2026-11");
  expect(submitted).toHaveLength(1);
  expect(submitted[0]!.figures.total).toEqual(total);
  await expect(submitReturn(session, { month: "2027-01", note: "" })).rejects.toMatchObject({ reason: "return.month_not_begun" });
});

test("the street office sees figures, no row, and no group that points at somebody", async () => {
  const { worker } = await givenMonth();
  const clerk = sessionOf(anActor({ capabilities: ["returns.read"], orgId: worker.orgId, role: "clerk", strong: false }), t);
  const counted = await countMonth(clerk, "2026-11");
  expect(counted.lines).toEqual([]);
  expect(counted.together).toMatchObject({ sessions: 3 });
  await expect(openFigure(clerk, { month: "2026-11" })).rejects.toMatchObject({ status: 403 });
  await expect(submitReturn(clerk, { month: "2026-11", note: "" })).rejects.toMatchObject({ status: 403 });
});

test("another organisation's month is empty, and a month that is none is not found", async () => {
  await givenMonth();
  const elsewhere = sessionOf(anActor({ capabilities: STAFF }), t);
  expect((await countMonth(elsewhere, "2026-11")).total.sessions).toBe(0);
  await expect(countMonth(elsewhere, "2026-13")).rejects.toMatchObject({ status: 404 });
});

test("the sheet to sign holds the figures and escapes what people typed", async () => {
  const { session } = await givenMonth();
  const html = returnDocument(await countMonth(session, "2026-11"), { lang: "zh", organization: "<青云>", filledBy: "林晓禾", today: "2026-11-22" });
  expect(html).toContain("2026 年 11 月 月报表");
  expect(html).toContain("&lt;青云&gt;");
  expect(html).toContain("4.5 小时");
});
