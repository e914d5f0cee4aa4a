import { expect, test } from "vitest";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenPair } from "../../testing.ts";
import { pairSupports } from "./pair-supports.ts";

const t = testDatabase();

test("a resident's friend stands among the supports, only for those who may see pairs", async () => {
  const session = sessionOf(anActor({ capabilities: ["people.read", "people.write", "volunteers.manage", "matching.read", "matching.manage"] }), t);
  const { residentId, helperName } = { helperName: "周思佳友", ...await givenPair(session, { helperName: "周思佳友", activeOn: "2026-11-06" }) };
  expect(await pairSupports(session, residentId)).toMatchObject([{ kind: "volunteer", name: helperName, tie: "ordinary" }]);
  expect(await pairSupports(sessionOf(anActor({ capabilities: ["people.read"], orgId: session.actor.orgId }), t), residentId)).toEqual([]);
});
