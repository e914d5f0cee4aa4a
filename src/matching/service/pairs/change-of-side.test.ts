import { expect, test } from "vitest";
import { givenCase } from "#casework/testing.ts";
import { givenPerson } from "#people/testing.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { appraiseVolunteers, givenProgramme, givenVolunteer, personOf } from "#volunteering/testing.ts";
import { openPair } from "./open-pair.ts";

const t = testDatabase();
const worker = () => sessionOf(anActor({ capabilities: ["volunteers.read", "volunteers.manage", "people.read", "people.write", "matching.read", "matching.manage", "cases.work"] }), t);

test("whoever is served themselves is neither placed nor proposed as a friend before those who must have agreed; a child nobody serves is the pathway's own matter", async () => {
  const session = worker();
  const programmeId = await givenProgramme(session);
  const [served, free] = [await givenVolunteer(session, programmeId, "approved", "白晓峰"), await givenVolunteer(session, programmeId, "approved", "林小满")];
  await givenCase(session, await personOf(session, served));
  const place = (volunteerId: string) => appraiseVolunteers(session, { volunteerIds: [volunteerId], outcome: "service_team", words: "" });
  await expect(place(served)).rejects.toMatchObject({ reason: "pathways.ask_first" });
  expect(await place(free)).toEqual({ appraised: 1 });
  const helperId = await personOf(session, free);
  const residentId = await givenPerson(session, { name: "杜明" });
  await givenCase(session, helperId);
  const propose = session.write("test.propose", null, (tx) => openPair(session, tx, { programmeId, residentId, helperId, roundId: null, replacesId: null, words: "" }));
  await expect(propose).rejects.toMatchObject({ reason: "pathways.ask_first" });
});
