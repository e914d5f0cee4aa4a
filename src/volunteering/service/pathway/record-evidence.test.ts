import { expect, test } from "vitest";
import { rolesOf } from "#people/index.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenProgramme, givenVolunteer } from "../../testing.ts";
import { listVolunteers } from "../volunteers/list-volunteers.ts";
import { showVolunteer } from "../volunteers/show-volunteer.ts";
import { NewEvidence, recordEvidence } from "./record-evidence.ts";
import { takeBackFact } from "./take-back-fact.ts";

const t = testDatabase();
const CAPABILITIES = ["volunteers.read", "volunteers.manage", "people.read", "people.write"];

test("three trainings and a check make an approved volunteer, whose role begins that day", async () => {
  const session = sessionOf(anActor({ capabilities: CAPABILITIES }), t);
  const programmeId = await givenProgramme(session);
  const volunteerId = await givenVolunteer(session, programmeId);
  const training = NewEvidence.parse({ volunteerId, requirement: "training", on: "2026-11-20", result: "met", quantity: 3 });
  expect(await recordEvidence(session, training)).toMatchObject({ status: "applicant" });
  expect(await recordEvidence(session, { ...training, requirement: "screening", quantity: 1, on: "2026-11-21" })).toMatchObject({ status: "approved" });
  const { card, standing, timeline } = await showVolunteer(session, volunteerId);
  expect(standing).toMatchObject({ status: "approved", since: "2026-11-22", trained: true, mayServe: false });
  expect(timeline.map(({ status }) => status)).toEqual(["prospect", "approved"]);
  const roles = await session.read((tx) => rolesOf(tx, session.actor.orgId, [card.id]));
  expect(roles.get(card.id)).toContainEqual(expect.objectContaining({ role: "volunteer", fromOn: "2026-11-22", untilOn: null }));
});

test("what was recorded by mistake is taken back, once, and stays in the history", async () => {
  const actor = anActor({ capabilities: CAPABILITIES });
  const volunteerId = await givenVolunteer(sessionOf(actor, t), await givenProgramme(sessionOf(actor, t)), "approved");
  const session = sessionOf(actor, t, { now: new Date("2026-11-25T02:00:00Z") });
  const { factId } = await recordEvidence(session, NewEvidence.parse({ volunteerId, requirement: "screening", on: "2026-11-25", result: "refused", reason: "看错人" }));
  expect((await showVolunteer(session, volunteerId)).standing.status).toBe("lapsed");
  expect(await takeBackFact(session, { volunteerId, factId, reason: "同名的另一个人" })).toEqual({ status: "approved" });
  await expect(takeBackFact(session, { volunteerId, factId, reason: "再一次" })).rejects.toMatchObject({ reason: "volunteering.fact_already_corrected" });
  expect((await showVolunteer(session, volunteerId)).facts.map(({ kind }) => kind)).toContain("void");
});

test.each([
  [{ requirement: "piano" }, "volunteering.requirement_unknown"],
  [{ on: "2026-11-23" }, "volunteering.evidence_in_future"],
  [{ lastValidOn: "2026-01-01" }, "volunteering.ends_before_it_begins"],
  [{ requirement: "appraisal" }, "volunteering.placement_with_appraisal_only"],
])("%o is refused with %s and leaves no trace", async (more, reason) => {
  const session = sessionOf(anActor({ capabilities: CAPABILITIES }), t);
  const volunteerId = await givenVolunteer(session, await givenProgramme(session));
  const before = (await showVolunteer(session, volunteerId)).facts;
  const attempt = recordEvidence(session, NewEvidence.parse({ volunteerId, requirement: "training", on: "2026-11-20", result: "met", ...more }));
  await expect(attempt).rejects.toMatchObject({ reason });
  expect((await showVolunteer(session, volunteerId)).facts).toEqual(before);
});

test("readers cannot record, strangers find nothing, another organisation finds nothing", async () => {
  const session = sessionOf(anActor({ capabilities: CAPABILITIES }), t);
  const programmeId = await givenProgramme(session);
  const volunteerId = await givenVolunteer(session, programmeId);
  const evidence = NewEvidence.parse({ volunteerId, requirement: "training", on: "2026-11-20", result: "met" });
  const reader = sessionOf(anActor({ capabilities: ["volunteers.read"], orgId: session.actor.orgId }), t);
  await expect(recordEvidence(reader, evidence)).rejects.toMatchObject({ reason: "access.not_allowed" });
  const elsewhere = sessionOf(anActor({ capabilities: CAPABILITIES }), t);
  await expect(recordEvidence(elsewhere, evidence)).rejects.toMatchObject({ reason: "volunteering.volunteer_not_found" });
  await expect(showVolunteer(elsewhere, volunteerId)).rejects.toMatchObject({ kind: "not_found" });
  await expect(listVolunteers(elsewhere, { programmeId })).rejects.toMatchObject({ reason: "volunteering.programme_not_found" });
});

test("the same form sent twice is written once", async () => {
  const actor = anActor({ capabilities: CAPABILITIES });
  const session = sessionOf(actor, t);
  const volunteerId = await givenVolunteer(session, await givenProgramme(session));
  const evidence = NewEvidence.parse({ volunteerId, requirement: "training", on: "2026-11-20", result: "met" });
  const first = await recordEvidence(sessionOf(actor, t, { key: "form-0001" }), evidence);
  expect(await recordEvidence(sessionOf(actor, t, { key: "form-0001" }), evidence)).toEqual(first);
  expect((await showVolunteer(session, volunteerId)).facts.filter(({ kind }) => kind === "evidence")).toHaveLength(2);
});
