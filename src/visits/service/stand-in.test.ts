import { expect, test } from "vitest";
import type { PersonId } from "../../kernel/ids.ts";
import { coverPair } from "../../matching/index.ts";
import { givenPair, RIGHTS } from "../../matching/testing.ts";
import { recordConsents } from "../../people/index.ts";
import { anActor } from "../../platform/testing/actors.ts";
import { sessionOf, testDatabase } from "../../platform/testing/database.ts";
import { givenServing } from "../../volunteering/testing.ts";
import { listMyPairs } from "./list-my-pairs.ts";
import { listRecentVisits } from "./list-recent-visits.ts";
import { logVisit } from "./log-visit.ts";
import { showMyPair } from "./show-my-pair.ts";

const t = testDatabase();

test("who stands in sees how to reach the resident and their own notes only, for their days only, and the meeting is theirs", async () => {
  const staff = sessionOf(anActor({ capabilities: [...RIGHTS, "visits.read"] }), t);
  const { pairId, residentId, helperId, programmeId } = await givenPair(staff, { activeOn: "2026-11-01", safetyNote: "电梯在北门" });
  await staff.write("consent", null, (tx) => recordConsents(staff, tx, [{ personId: residentId, purpose: "be_matched", state: "given", capacity: "self", fromOn: "2026-11-01", channel: "in_person" }]));
  const standInId = await givenServing(staff, programmeId, "孙琳");
  const as = (personId: string, now?: Date) => sessionOf(anActor({ capabilities: ["visits.own"], orgId: staff.actor.orgId, personId: personId as PersonId, strong: false }), t, now ? { now } : {});
  const visit = { pairId, happenedOn: "2026-11-22", minutes: 60, mode: "home" as const, mood: "good" as const };
  await logVisit(as(helperId), { ...visit, happenedOn: "2026-11-20", words: "他说想念爸爸" });
  await expect(logVisit(as(standInId), { ...visit, words: "还没有安排" })).rejects.toMatchObject({ reason: "visit.pair_not_found" });
  await coverPair(staff, { pairId, helperId: standInId, fromOn: "2026-11-22", untilOn: "2026-11-30" });
  expect(await listMyPairs(as(standInId))).toMatchObject([{ pairId, safetyNote: "电梯在北门", coverUntilOn: "2026-11-30", mayMeet: true }]);
  expect((await showMyPair(as(standInId), pairId)).visits).toEqual([]);
  await logVisit(as(standInId), { ...visit, words: "代班去看他" });
  expect((await showMyPair(as(standInId), pairId)).visits).toMatchObject([{ words: "代班去看他" }]);
  expect((await listRecentVisits(staff)).rows).toMatchObject([{ helperName: "孙琳" }, { helperName: "何雨欣" }]);
  const { rows } = await t.owner.query<{ person_id: string }>("select person_id from hours.entries where org_id = $1 and happened_on = '2026-11-22'", [staff.actor.orgId]);
  expect(rows).toEqual([{ person_id: standInId }]);
  const later = as(standInId, new Date("2026-12-01T02:00:00Z"));
  expect(await listMyPairs(later)).toEqual([]);
  await expect(showMyPair(later, pairId)).rejects.toMatchObject({ reason: "visit.pair_not_found" });
});
