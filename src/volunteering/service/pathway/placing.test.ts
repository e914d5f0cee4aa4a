import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { rolesOf } from "#people/index.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenPerson } from "#people/testing.ts";
import { givenProgramme, givenVolunteer } from "../../testing.ts";
import { addVolunteer } from "../volunteers/add-volunteer.ts";
import { listEligibleHelpers } from "../volunteers/list-eligible-helpers.ts";
import { showVolunteer } from "../volunteers/show-volunteer.ts";
import { appraiseVolunteers } from "./appraise-volunteers.ts";
import { grantExemption } from "./grant-exemption.ts";
import { publishAgreement } from "./publish-agreement.ts";
import { recordEvidence } from "./record-evidence.ts";
import { reinstateVolunteer, removeVolunteer } from "./remove-volunteer.ts";
import { signAgreement } from "./sign-agreement.ts";

const t = testDatabase();
const CAPABILITIES = ["volunteers.read", "volunteers.manage", "people.read", "people.write"];
const manager = () => sessionOf(anActor({ capabilities: CAPABILITIES }), t);

test("trained volunteers are placed together, all or nobody", async () => {
  const session = manager();
  const programmeId = await givenProgramme(session);
  const ready = [await givenVolunteer(session, programmeId, "approved", "甲"), await givenVolunteer(session, programmeId, "approved", "乙")];
  const untrained = await givenVolunteer(session, programmeId, "applicant", "丙");
  await expect(appraiseVolunteers(session, { volunteerIds: [...ready, untrained], outcome: "reserve", words: "" })).rejects.toMatchObject({ reason: "volunteering.not_trained_yet" });
  expect(await listEligibleHelpers(session, programmeId, session.today)).toEqual([]);
  expect(await appraiseVolunteers(session, { volunteerIds: ready, outcome: "reserve", words: "" })).toEqual({ appraised: 2 });
  await appraiseVolunteers(session, { volunteerIds: [ready[0]!], outcome: "service_team", words: "" });
  expect((await listEligibleHelpers(session, programmeId, session.today)).map(({ name, placement }) => [name, placement]).sort()).toEqual([["乙", "reserve"], ["甲", "service_team"]].sort());
});

test("a no keeps its kind words and changes nothing else", async () => {
  const session = manager();
  const volunteerId = await givenVolunteer(session, await givenProgramme(session));
  await appraiseVolunteers(session, { volunteerIds: [volunteerId], outcome: "refused", words: "谢谢您！这次名额满了，欢迎参加读书会。" });
  const { standing, facts } = await showVolunteer(session, volunteerId);
  expect(standing).toMatchObject({ status: "applicant", declined: true });
  expect(facts.at(-1)).toMatchObject({ result: "refused", reason: "谢谢您！这次名额满了，欢迎参加读书会。" });
});

test("an exemption stands until its day where the policy allows it, and not a day longer", async () => {
  const session = manager();
  const volunteerId = await givenVolunteer(session, await givenProgramme(session));
  await recordEvidence(session, { volunteerId, requirement: "screening", on: session.today, result: "met", quantity: 1, reason: "" });
  const exemption = { volunteerId, requirement: "training", untilOn: "2026-12-31", reason: "持证社工" };
  await expect(grantExemption(session, { ...exemption, requirement: "screening" })).rejects.toMatchObject({ reason: "volunteering.not_exemptable" });
  await expect(grantExemption(session, { ...exemption, untilOn: "2029-01-01" })).rejects.toMatchObject({ reason: "volunteering.exemption_too_long" });
  expect(await grantExemption(session, exemption)).toEqual({ status: "approved" });
  expect((await showVolunteer(sessionOf(session.actor, t, { now: new Date("2026-12-31T02:00:00Z") }), volunteerId)).standing.status).toBe("approved");
  expect((await showVolunteer(sessionOf(session.actor, t, { now: new Date("2027-01-01T02:00:00Z") }), volunteerId)).standing.status).toBe("lapsed");
});

test("signing the published words makes somebody ready; the words stay provable", async () => {
  const session = manager();
  const programmeId = await givenProgramme(session);
  const volunteerId = await givenVolunteer(session, programmeId, "service_team");
  const texts = [];
  for (const requirement of ["agreement", "consent"]) texts.push(await publishAgreement(session, { programmeId, requirement, title: "志愿服务协议", body: "每周一次。" }));
  const signature = { volunteerId, signerName: "林小满", signerCapacity: "volunteer" as const, guardianRelation: "", manner: "on_screen" as const, answer: "signed" as const, signedOn: session.today };
  for (const { id: templateId } of texts) await signAgreement(session, { ...signature, templateId });
  const { standing, agreements } = await showVolunteer(session, volunteerId);
  expect(standing).toMatchObject({ status: "service_team", mayServe: true, firstEndOn: "2027-11-22" });
  expect(agreements[0]).toMatchObject({ answer: "signed", templateVersion: 1, countersignedByName: "测试员", textHash: createHash("sha256").update("志愿服务协议\n每周一次。").digest("hex") });
  const [helper] = await listEligibleHelpers(session, programmeId, session.today);
  expect(helper).toMatchObject({ mayServe: true, mayServeUntilOn: "2027-11-22", missing: [], eligible: { fromOn: session.today, untilOn: "2029-11-21" } });
  expect(await publishAgreement(session, { programmeId, requirement: "agreement", title: "志愿服务协议", body: "每周两次。" })).toMatchObject({ version: 2 });
  await expect(publishAgreement(session, { programmeId, requirement: "training", title: "x", body: "y" })).rejects.toMatchObject({ reason: "volunteering.not_an_agreement" });
});

test("a minor's own signature is kept but the guardian's is the one that counts", async () => {
  const session = manager();
  const programmeId = await givenProgramme(session);
  const personId = await givenPerson(session, { name: "小林", birthOn: "2010-05-04", birthPrecision: "day" });
  const { id: volunteerId } = await addVolunteer(session, { programmeId, personId });
  const { id: templateId } = await publishAgreement(session, { programmeId, requirement: "agreement", title: "协议", body: "正文" });
  const signature = { volunteerId, templateId, signerName: "小林", signerCapacity: "volunteer" as const, guardianRelation: "", manner: "on_paper" as const, answer: "signed" as const, signedOn: session.today };
  await signAgreement(session, signature);
  const agreement = async () => (await showVolunteer(session, volunteerId)).standing.requirements.find(({ key }) => key === "agreement")!.state;
  expect(await agreement()).toBe("missing");
  await signAgreement(session, { ...signature, signerName: "林大海", signerCapacity: "guardian", guardianRelation: "父亲" });
  expect(await agreement()).toBe("met");
  await signAgreement(session, { ...signature, signerName: "林大海", signerCapacity: "guardian", answer: "refused" });
  expect(await agreement()).toBe("refused");
});

test("leaving ends the role, coming back begins a new one, and neither happens twice", async () => {
  const session = manager();
  const volunteerId = await givenVolunteer(session, await givenProgramme(session), "service_team");
  await expect(reinstateVolunteer(session, { volunteerId, reason: "x" })).rejects.toMatchObject({ reason: "volunteering.has_not_left" });
  expect(await removeVolunteer(session, { volunteerId, reason: "搬到外地" })).toEqual({ status: "removed" });
  await expect(removeVolunteer(session, { volunteerId, reason: "x" })).rejects.toMatchObject({ reason: "volunteering.has_left" });
  await expect(appraiseVolunteers(session, { volunteerIds: [volunteerId], outcome: "reserve", words: "" })).rejects.toMatchObject({ reason: "volunteering.has_left" });
  const { card } = await showVolunteer(session, volunteerId);
  const volunteering = async () => (await session.read((tx) => rolesOf(tx, session.actor.orgId, [card.id]))).get(card.id)!.filter(({ role }) => role === "volunteer").map(({ untilOn }) => untilOn);
  expect(await volunteering()).toEqual(["2026-11-22"]);
  const later = sessionOf(session.actor, t, { now: new Date("2026-12-22T02:00:00Z") });
  expect(await reinstateVolunteer(later, { volunteerId, reason: "回来了" })).toEqual({ status: "service_team" });
  expect((await volunteering()).sort()).toEqual(["2026-11-22", null].sort());
});
