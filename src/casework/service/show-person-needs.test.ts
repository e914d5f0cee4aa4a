import { expect, test } from "vitest";
import { givenPerson } from "#people/testing.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenNeed, NEED_CAPABILITIES } from "../testing.ts";
import { showPersonNeeds } from "./show-person-needs.ts";

const t = testDatabase();

test("a person's needs with their name and the population they belong to", async () => {
  const session = sessionOf(anActor({ capabilities: NEED_CAPABILITIES }), t);
  const personId = await givenPerson(session, { name: "杨桂兰", birthOn: "1955-01-01" });
  await givenNeed(session, personId);
  expect(await showPersonNeeds(session, personId)).toMatchObject({ personId, name: "杨桂兰", population: "elder", needs: [{ code: "company.friend" }] });
});

test("wrong role, and another organisation's person is not there", async () => {
  const session = sessionOf(anActor({ capabilities: NEED_CAPABILITIES }), t);
  const personId = await givenPerson(session);
  await expect(showPersonNeeds(sessionOf(anActor({ orgId: session.actor.orgId, capabilities: ["returns.read"] }), t), personId)).rejects.toMatchObject({ kind: "forbidden" });
  await expect(showPersonNeeds(sessionOf(anActor({ capabilities: NEED_CAPABILITIES }), t), personId)).rejects.toMatchObject({ reason: "need.person_not_found" });
});
