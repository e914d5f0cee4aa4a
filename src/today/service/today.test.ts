import { expect, test } from "vitest";
import { askForHelp } from "../../enquiries/index.ts";
import type { PersonId } from "../../kernel/ids.ts";
import { givenPair } from "../../matching/testing.ts";
import { anActor } from "../../platform/testing/actors.ts";
import { sessionOf, testDatabase } from "../../platform/testing/database.ts";
import { logVisit } from "../../visits/index.ts";
import { compileToday } from "./compile-today.ts";
import { countToday } from "./count-today.ts";

const t = testDatabase();
const SUPERVISOR = ["people.read", "people.write", "volunteers.manage", "visits.read", "concerns.read", "enquiries.manage", "outreach.work", "matching.manage"];

async function givenDay() {
  const supervisor = anActor({ capabilities: SUPERVISOR });
  const session = sessionOf(supervisor, t);
  const pair = await givenPair(session, { activeOn: "2026-11-06" });
  const friend = sessionOf(anActor({ capabilities: ["visits.own"], orgId: supervisor.orgId, personId: pair.helperId as PersonId, strong: false }), t);
  await askForHelp(session, { forWhom: "self", words: "想找人陪我去复查", urgent: true }, "phone");
  return { supervisor, session, friend, ...pair };
}

test("what is late or dangerous stands first, each line leads to its place", async () => {
  const { session, friend, pairId } = await givenDay();
  expect((await compileToday(session)).map(({ kind, urgency }) => `${kind} ${urgency}`)).toEqual(["silence late", "enquiry today"]);
  const { concernId } = await logVisit(friend, { pairId, happenedOn: "2026-11-21", minutes: 60, mode: "home", mood: "poor", words: "", concern: { severity: "danger", words: "没有吃的了" } });
  expect(await compileToday(session)).toMatchObject([{ kind: "concern", urgency: "late", link: `/concerns/${concernId}`, name: "周思佳" }, { kind: "enquiry" }]);
});

test("the figures count what runs, what went quiet and the month's meetings", async () => {
  const { session, friend, pairId } = await givenDay();
  expect(await countToday(session)).toEqual({ runningPairs: 1, silentPairs: 1, monthVisits: 0, monthHours: 0 });
  await logVisit(friend, { pairId, happenedOn: "2026-11-21", minutes: 90, mode: "home", mood: "good", words: "" });
  expect(await countToday(session)).toEqual({ runningPairs: 1, silentPairs: 0, monthVisits: 1, monthHours: 1.5 });
});

test("a volunteer sees their own next meeting and nothing else; somebody without rights sees nothing", async () => {
  const { supervisor, friend, pairId } = await givenDay();
  expect(await compileToday(friend)).toMatchObject([{ kind: "visit", link: `/my-pairs/${pairId}`, urgency: "late" }]);
  expect(await countToday(friend)).toBeNull();
  expect(await compileToday(sessionOf(anActor({ orgId: supervisor.orgId }), t))).toEqual([]);
  expect(await compileToday(sessionOf(anActor({ capabilities: SUPERVISOR }), t))).toEqual([]);
});
