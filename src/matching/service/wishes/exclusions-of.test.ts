import { expect, test } from "vitest";
import { mergePersonsIn } from "#people/index.ts";
import { givenPerson } from "#people/testing.ts";
import type { Session } from "#platform/db/session.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenServing } from "#volunteering/testing.ts";
import { givenPair, givenTown, RIGHTS } from "../../testing.ts";
import { en } from "../../messages/en.ts";
import { zh } from "../../messages/zh.ts";
import { insertExclusion } from "../../store/rounds.ts";
import { coverPair } from "../pairs/cover-pair.ts";
import { replacePair } from "../pairs/replace-pair.ts";
import { showPair } from "../pairs/show-pair.ts";
import { stepPair } from "../pairs/step-pair.ts";
import { gatherPeople } from "../rounds/gather-people.ts";
import { exclusionsOf } from "./exclusions-of.ts";

const t = testDatabase();
const given = () => sessionOf(anActor({ capabilities: [...RIGHTS, "people.merge"] }), t);
const merge = (session: Session, survivorId: string, mergedId: string) => session.write("merge", { mergedId }, (tx) => mergePersonsIn(session, tx, { survivorId, mergedId, reason: "同一人" }));
const forbid = (session: Session, residentId: string, helperId: string) => session.write("forbid", { residentId }, (tx) => insertExclusion(tx, session.actor.orgId, { residentId, helperId, reason: "吵过架", byAccount: session.actor.accountId, byName: session.actor.name, at: session.now.toISOString() }));

test("who must not be brought together stays apart when either of them turns out to have two records", async () => {
  const session = given();
  const { programmeId } = await givenTown(session);
  const { orgId } = session.actor;
  const gather = () => session.read((tx) => gatherPeople(tx, orgId, programmeId, session.today, "befriending"));
  const { residents, helpers } = await gather();
  const [resident, helper] = [residents[0]!.id, helpers[0]!.id];
  const [residentTwin, helperTwin, stranger] = [await givenPerson(session, { contacts: [] }), await givenPerson(session, { contacts: [] }), await givenPerson(session, { contacts: [] })];
  await forbid(session, residentTwin, helperTwin);
  const barred = async () => (await gather()).residents.find(({ id }) => id === resident)!.doNotMatch;
  expect(await barred()).toEqual([]);
  await merge(session, resident, residentTwin);
  expect(await barred()).toEqual([helperTwin]);
  await merge(session, helper, helperTwin);
  expect((await barred()).toSorted()).toEqual([helper, helperTwin].toSorted());
  expect((await gather()).residents.filter(({ id }) => id !== resident).flatMap(({ doNotMatch }) => doNotMatch)).toEqual([]);
  const noted = await session.read((tx) => exclusionsOf(tx, orgId, [resident, residentTwin, stranger]));
  expect([...noted.keys()].toSorted()).toEqual([resident, residentTwin].toSorted());
});

test("who was parted for safety under an earlier record does not stand in", async () => {
  const session = given();
  const before = await givenPair(session, { activeOn: "2026-08-01" });
  await stepPair(session, { pairId: before.pairId, version: 1, step: { kind: "ended", on: session.today, reason: "safeguarding" } as never });
  const now = await givenPair(session, { activeOn: "2026-10-01", residentId: await givenPerson(session, { contacts: [] }) });
  const standIn = await givenServing(session, now.programmeId, "孙琳");
  await merge(session, now.residentId, before.residentId);
  await merge(session, standIn, before.helperId);
  await expect(coverPair(session, { pairId: now.pairId, helperId: standIn, fromOn: session.today, untilOn: session.today })).rejects.toMatchObject({ reason: "matching.pair_do_not_match" });
});

test("whom a note keeps apart neither stands in nor follows, is not offered, and what the note says stays in it", async () => {
  const session = given();
  const pair = await givenPair(session, { activeOn: "2026-10-01" });
  const [barred, fine] = [await givenServing(session, pair.programmeId, "孙琳"), await givenServing(session, pair.programmeId, "赵敏")];
  const twin = await givenPerson(session, { contacts: [] });
  await forbid(session, pair.residentId, twin);
  expect((await showPair(session, pair.pairId)).standIns.map(({ id }) => id).toSorted()).toEqual([barred, fine].toSorted());
  await merge(session, barred, twin);
  const shown = await showPair(session, pair.pairId);
  expect(shown.standIns.map(({ id }) => id)).toEqual([fine]);
  expect(JSON.stringify(shown)).not.toContain("吵过架");
  const cover = { pairId: pair.pairId, fromOn: session.today, untilOn: session.today };
  const refused = await coverPair(session, { ...cover, helperId: barred }).catch((error: unknown) => error);
  expect(refused).toMatchObject({ kind: "conflict", reason: "matching.pair_noted_apart" });
  expect(JSON.stringify(refused) + String(refused)).not.toContain("吵过架");
  for (const words of [zh, en]) expect(words.refusals["matching.pair_noted_apart"]).toBeTruthy();
  await stepPair(session, { pairId: pair.pairId, version: 1, step: { kind: "ended", on: session.today, reason: "moved_away" } as never });
  expect((await showPair(session, pair.pairId)).successors.map(({ id }) => id)).toEqual([fine]);
  await expect(replacePair(session, { pairId: pair.pairId, helperId: barred })).rejects.toMatchObject({ reason: "matching.pair_noted_apart" });
});
