import { expect, test } from "vitest";
import { givenPerson } from "#people/testing.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenNeed, NEED_CAPABILITIES } from "../testing.ts";
import { listNeeds } from "./list-needs.ts";

const t = testDatabase();

test("reading somebody's needs is noted", async () => {
  const session = sessionOf(anActor({ capabilities: NEED_CAPABILITIES }), t);
  const personId = await givenPerson(session);
  await givenNeed(session, personId);
  await listNeeds(session, personId);
  const { rows } = await t.owner.query("select action from audit.entries where subject_id = $1 and action = 'needs.read'", [personId]);
  expect(rows).toHaveLength(1);
});

test("who may not read people may not, and another organisation finds nothing", async () => {
  const session = sessionOf(anActor({ capabilities: NEED_CAPABILITIES }), t);
  const personId = await givenPerson(session);
  await givenNeed(session, personId);
  await expect(listNeeds(sessionOf(anActor({ orgId: session.actor.orgId, capabilities: ["visits.own"] }), t), personId)).rejects.toMatchObject({ kind: "forbidden" });
  await expect(listNeeds(sessionOf(anActor({ capabilities: NEED_CAPABILITIES }), t), personId)).rejects.toMatchObject({ reason: "need.person_not_found" });
});
