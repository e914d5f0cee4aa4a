import { expect, test } from "vitest";
import { mergePersonsIn } from "#people/index.ts";
import { undoMerge } from "#people/testing.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenProgramme, givenVolunteer, personOf, recordEvidence } from "../../testing.ts";
import { publishAgreement } from "../pathway/publish-agreement.ts";
import { signAgreement } from "../pathway/sign-agreement.ts";
import { listEligibleHelpers } from "./list-eligible-helpers.ts";
import { listVolunteers } from "./list-volunteers.ts";
import { showVolunteer } from "./show-volunteer.ts";
import { standingsOf } from "./standings.ts";
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

test("how somebody stands in each programme on several days, with what is missing", async () => {
  const session = sessionOf(anActor({ capabilities: ["volunteers.read", "volunteers.manage", "people.write", "people.read"] }), t);
  const programmeId = await givenProgramme(session, { name: "社区老友" });
  const volunteerId = await givenVolunteer(session, programmeId, "service_team");
  const personId = await personOf(session, volunteerId);
  const of = await session.read((tx) => standingsOf(tx, session.actor.orgId, [personId], [session.today, "2026-01-01"]));
  expect(of(personId, session.today)).toMatchObject([{ programmeName: "社区老友", volunteerId, status: "service_team", mayServe: false }]);
  expect(of(personId, session.today)[0]!.lacking.map(({ kind }) => kind)).toContain("agreement");
  expect(of(personId, "2026-01-01")).toMatchObject([{ mayServe: false }]);
  expect(of(volunteerId, session.today)).toEqual([]);
});

test("two sign-ups of one person, merged: what was trained under either counts, once in every list, and undoing the merge parts them again", async () => {
  const session = sessionOf(anActor({ capabilities: ["volunteers.read", "volunteers.manage", "people.write", "people.read"] }), t);
  const programmeId = await givenProgramme(session);
  const [first, second] = [await givenVolunteer(session, programmeId, "applicant", "章小北"), await givenVolunteer(session, programmeId, "applicant", "章小北")];
  for (const [volunteerId, requirement, quantity] of [[first, "training", 2], [second, "training", 1], [second, "screening", 1]] as const) {
    await recordEvidence(session, { volunteerId, requirement, on: session.today, result: "met", quantity, reason: "" });
  }
  const [survivorId, mergedId] = [await personOf(session, first), await personOf(session, second)];
  const list = async () => (await listVolunteers(session, { programmeId })).page.rows.map(({ status }) => status);
  expect(await list()).toEqual(["applicant", "applicant"]);
  const mergeId = await session.write("merge", null, (tx) => mergePersonsIn(session, tx, { survivorId, mergedId, reason: "同一人" }));
  expect(await list()).toEqual(["approved"]);
  for (const volunteerId of [first, second]) expect((await showVolunteer(session, volunteerId)).standing.status).toBe("approved");
  await undoMerge(session, mergeId);
  expect(await list()).toEqual(["applicant", "applicant"]);
});
