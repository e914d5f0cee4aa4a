import { expect, test } from "vitest";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenProgramme, givenVolunteer } from "../../testing.ts";
import { publishAgreement } from "../pathway/publish-agreement.ts";
import { signAgreement } from "../pathway/sign-agreement.ts";
import { listEligibleHelpers } from "./list-eligible-helpers.ts";
import { whoMayServe } from "./who-may-serve.ts";

const t = testDatabase();

test("only who is placed with agreement and consent in force may serve, on that day, in any programme", async () => {
  const session = sessionOf(anActor({ capabilities: ["volunteers.read", "volunteers.manage", "people.write", "people.read"] }), t);
  await givenProgramme(session, { slug: "other-programme" });
  const programmeId = await givenProgramme(session);
  const volunteerId = await givenVolunteer(session, programmeId, "service_team");
  const [helper] = await listEligibleHelpers(session, programmeId, session.today);
  const may = (on: string) => session.read(async (tx) => [...await whoMayServe(tx, session.actor.orgId, [helper!.personId], on)]);
  expect(await may(session.today)).toEqual([]);
  for (const requirement of ["agreement", "consent"]) {
    const { id: templateId } = await publishAgreement(session, { programmeId, requirement, title: "协议", body: "我愿意。" });
    await signAgreement(session, { volunteerId, templateId, signerName: "林小满", signerCapacity: "volunteer", guardianRelation: "", manner: "on_screen", answer: "signed", signedOn: session.today });
  }
  expect(await may(session.today)).toEqual([helper!.personId]);
  expect(await may("2026-01-01")).toEqual([]);
});
