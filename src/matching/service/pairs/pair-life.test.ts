import { expect, test } from "vitest";
import { addDays } from "#kernel/calendar.ts";
import { recordConsents } from "#people/index.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenServing } from "#volunteering/testing.ts";
import { givenPair, RIGHTS } from "../../testing.ts";
import { coverPair, coversOn, endCover } from "./cover-pair.ts";
import { listDueTalks } from "./list-due-talks.ts";
import { listStandIns } from "./list-stand-ins.ts";
import { noteTalk } from "./note-talk.ts";
import { showPair } from "./show-pair.ts";

const t = testDatabase();
const NOW = "2026-11-22";

async function givenRunning() {
  const session = sessionOf(anActor({ capabilities: RIGHTS }), t);
  const pair = await givenPair(session, { activeOn: "2026-10-01" });
  await session.write("consent", null, (tx) => recordConsents(session, tx, [{ personId: pair.residentId, purpose: "be_matched", state: "given", capacity: "self", fromOn: "2026-10-01", channel: "in_person" }]));
  const standIn = await givenServing(session, pair.programmeId, "孙琳");
  return { session, standIn, ...pair };
}

test("a supervision talk falls due, is noted with the next one, and both sides speak in their own words", async () => {
  const { session, pairId } = await givenRunning();
  expect(await listDueTalks(session)).toMatchObject([{ pairId, dueOn: "2026-10-31", residentName: "周思佳", helperName: "何雨欣" }]);
  await noteTalk(session, { pairId, talk: "supervision", heldOn: NOW, nextOn: "2026-12-06", words: "路线熟了，下次试着去菜场。" });
  await noteTalk(session, { pairId, talk: "appraisal", side: "resident", heldOn: NOW, words: "他来我就高兴。" });
  expect(await listDueTalks(session)).toEqual([]);
  expect(await showPair(session, pairId)).toMatchObject({ supervisionDueOn: "2026-12-06", talks: expect.arrayContaining([expect.objectContaining({ side: "resident", words: "他来我就高兴。" })]) });
  await expect(noteTalk(session, { pairId, talk: "supervision", heldOn: "2026-09-01", words: "早了" })).rejects.toMatchObject({ reason: "matching.pair_not_begun" });
  await expect(noteTalk(session, { pairId, talk: "supervision", heldOn: NOW, nextOn: "2026-11-01", words: "反了" })).rejects.toMatchObject({ reason: "matching.talk_next_too_early" });
  const elsewhere = sessionOf(anActor({ capabilities: RIGHTS }), t);
  await expect(noteTalk(elsewhere, { pairId, talk: "supervision", heldOn: NOW, words: "看看" })).rejects.toMatchObject({ reason: "matching.pair_not_found" });
  await expect(noteTalk(sessionOf(anActor({ orgId: session.actor.orgId }), t), { pairId, talk: "supervision", heldOn: NOW, words: "看看" })).rejects.toMatchObject({ status: 403 });
});

test("somebody who may serve stands in for some days, one at a time, and can be sent home early", async () => {
  const { session, pairId, helperId, standIn } = await givenRunning();
  const cover = { pairId, helperId: standIn, fromOn: NOW, untilOn: addDays(NOW, 9) };
  await expect(coverPair(session, { ...cover, helperId })).rejects.toMatchObject({ reason: "matching.pair_same_helper" });
  const { id: coverId } = await coverPair(session, cover);
  await expect(coverPair(session, cover)).rejects.toMatchObject({ reason: "matching.pair_cover_overlaps" });
  const covering = (on: string) => session.read((tx) => coversOn(tx, session.actor.orgId, standIn, on));
  expect([...(await covering(cover.untilOn)).keys()]).toEqual([pairId]);
  expect((await covering(addDays(cover.untilOn, 1))).size).toBe(0);
  expect(await showPair(session, pairId)).toMatchObject({ covers: [{ helperName: "孙琳" }], standIns: [{ id: standIn }] });
  await endCover(session, { pairId, coverId });
  expect((await covering(NOW)).size).toBe(0);
  await expect(endCover(session, { pairId, coverId })).rejects.toMatchObject({ status: 404 });
});

test("who can stand in tomorrow: the ready first, with how soon and how fresh", async () => {
  const { session, programmeId, standIn } = await givenRunning();
  const answer = await listStandIns(session, { programmeId });
  expect(answer).toMatchObject({ on: "2026-11-23", standIns: [{ personId: standIn, ready: true, daysToActivate: 0, trainedDaysAgo: 0, pairs: 0, reserve: false }] });
  expect((await listStandIns(sessionOf(anActor({ capabilities: ["matching.read", "volunteers.read"] }), t), {})).standIns).toEqual([]);
  await expect(listStandIns(sessionOf(anActor({ orgId: session.actor.orgId }), t), {})).rejects.toMatchObject({ status: 403 });
});
