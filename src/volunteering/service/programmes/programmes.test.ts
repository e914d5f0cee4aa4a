import { expect, test } from "vitest";
import { STRICTEST_AGE_BANDS } from "../../model/pathway/age-bands.ts";
import { friendPolicy } from "../../model/pathway/default-policy.ts";
import type { PolicyForm } from "../../model/programme.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { aProgramme, givenProgramme, givenVolunteer } from "../../testing.ts";
import { showVolunteer } from "../volunteers/show-volunteer.ts";
import { adoptPolicy } from "./adopt-policy.ts";
import { changeProgramme } from "./change-programme.ts";
import { createProgramme } from "./create-programme.ts";
import { listProgrammes } from "./list-programmes.ts";
import { showProgramme } from "./show-programme.ts";
import { weighPolicy } from "./weigh-policy.ts";

const t = testDatabase();
const CAPABILITIES = ["volunteers.read", "volunteers.manage", "people.read", "people.write"];
const manager = () => sessionOf(anActor({ capabilities: CAPABILITIES }), t);

/** The friends' policy with four trainings instead of three. */
function stricter(more: Partial<PolicyForm> = {}): PolicyForm {
  return {
    effectiveOn: "2026-12-01", grandfathering: "none", graceDays: null, unknownAge: "ask", ageBands: [...STRICTEST_AGE_BANDS], note: "培训加一次",
    requirements: friendPolicy("2026-12-01").requirements.map((one) => ({ ...one, kind: one.kind as "training", name: "", needed: one.key === "training" ? 4 : one.needed })), ...more,
  };
}

test("a new programme brings a policy of its own, and its address stands only once", async () => {
  const session = manager();
  const { id } = await createProgramme(session, aProgramme());
  expect(await showProgramme(session, id)).toMatchObject({ programme: { slug: "community-friends", version: 1 }, policies: [{ version: 1, effectiveOn: "2026-01-01" }], templates: [] });
  await expect(createProgramme(session, aProgramme())).rejects.toMatchObject({ reason: "volunteering.slug_taken" });
  expect(await listProgrammes(session)).toHaveLength(1);
  expect(await listProgrammes(manager())).toEqual([]);
});

test("words change under a version; who comes second sees both sides", async () => {
  const session = manager();
  const programmeId = await givenProgramme(session);
  const { slug: _, ...words } = aProgramme({ summary: "新的介绍" });
  await changeProgramme(session, { ...words, programmeId, version: 1 });
  const late = changeProgramme(session, { ...words, summary: "另一种介绍", programmeId, version: 1 });
  await expect(late).rejects.toMatchObject({ status: 412, difference: { summary: { stored: "新的介绍", sent: "另一种介绍" } } });
});

test.each([
  ["none", null, "lapsed"], ["grace", 30, "service_team"], ["keep", null, "service_team"],
] as const)("a stricter version with %s leaves a team member %s/%s", async (grandfathering, graceDays, after) => {
  const session = manager();
  const programmeId = await givenProgramme(session);
  const volunteerId = await givenVolunteer(session, programmeId, "service_team");
  const policy = stricter({ grandfathering, graceDays });
  expect(await weighPolicy(session, { ...policy, programmeId })).toEqual(after === "lapsed" ? [{ from: "service_team", to: "lapsed", volunteers: 1 }] : []);
  expect(await adoptPolicy(session, { ...policy, programmeId })).toEqual({ version: 2 });
  expect((await showVolunteer(session, volunteerId)).standing.status).toBe("service_team");
  const inDecember = sessionOf(session.actor, t, { now: new Date("2026-12-02T02:00:00Z") });
  expect((await showVolunteer(inDecember, volunteerId)).standing.status).toBe(after);
});

test("the past cannot be rewritten", async () => {
  const session = manager();
  const programmeId = await givenProgramme(session);
  await expect(adoptPolicy(session, { ...stricter({ effectiveOn: "2026-11-21" }), programmeId })).rejects.toMatchObject({ reason: "volunteering.policy_in_past" });
  await adoptPolicy(session, { ...stricter(), programmeId });
  await expect(adoptPolicy(session, { ...stricter(), programmeId })).rejects.toMatchObject({ reason: "volunteering.policy_not_after_last" });
});

test("readers may look and not touch", async () => {
  const session = manager();
  const programmeId = await givenProgramme(session);
  const reader = sessionOf(anActor({ capabilities: ["volunteers.read"], orgId: session.actor.orgId }), t);
  expect((await showProgramme(reader, programmeId)).programme.id).toBe(programmeId);
  await expect(createProgramme(reader, aProgramme({ slug: "other" }))).rejects.toMatchObject({ reason: "access.not_allowed" });
  await expect(adoptPolicy(reader, { ...stricter(), programmeId })).rejects.toMatchObject({ reason: "access.not_allowed" });
  await expect(weighPolicy(reader, { ...stricter(), programmeId })).rejects.toMatchObject({ reason: "access.not_allowed" });
  await expect(showProgramme(sessionOf(anActor({ capabilities: [] }), t), programmeId)).rejects.toMatchObject({ reason: "access.not_allowed" });
});
