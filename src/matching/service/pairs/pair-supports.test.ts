import { expect, test } from "vitest";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenPair } from "../../testing.ts";
import { recordConsents } from "#people/index.ts";
import { friendViewers } from "./friend-viewers.ts";
import { listSuspendedPairs } from "./live-pairs.ts";
import { pairSupports } from "./pair-supports.ts";

const t = testDatabase();

test("a resident's friend stands among the supports, only for those who may see pairs", async () => {
  const session = sessionOf(anActor({ capabilities: ["people.read", "people.write", "volunteers.manage", "matching.read", "matching.manage"] }), t);
  const { residentId, helperName } = { helperName: "周思佳友", ...await givenPair(session, { helperName: "周思佳友", activeOn: "2026-11-06" }) };
  expect(await pairSupports(session, residentId)).toMatchObject([{ kind: "volunteer", name: helperName, tie: "ordinary" }]);
  expect(await pairSupports(sessionOf(anActor({ capabilities: ["people.read"], orgId: session.actor.orgId }), t), residentId)).toEqual([]);
});

test("a friend is among those who see the resident's file until the resident takes back being matched; then the two do not meet", async () => {
  const session = sessionOf(anActor({ capabilities: ["people.read", "people.write", "volunteers.manage", "matching.read", "matching.manage"] }), t);
  const { residentId } = await givenPair(session, { helperName: "周思佳友", activeOn: "2026-11-06" });
  expect(await friendViewers(session, residentId, "zh")).toEqual([{ name: "周思佳友", why: expect.stringContaining("老友") }]);
  const before = (await listSuspendedPairs(session)).length;
  await session.write("withdraw", null, (tx) => recordConsents(session, tx, [{ personId: residentId, purpose: "be_matched", state: "withdrawn", capacity: "self", fromOn: session.today, channel: "in_person" }]));
  expect(await friendViewers(session, residentId, "zh")).toEqual([]);
  expect((await listSuspendedPairs(session)).length).toBe(Math.max(before, 1));
});
