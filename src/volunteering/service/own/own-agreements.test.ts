import { expect, test } from "vitest";
import type { PersonId } from "#kernel/ids.ts";
import type { Session } from "#platform/db/session.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenProgramme, givenVolunteer, personOf } from "../../testing.ts";
import { publishAgreement } from "../pathway/publish-agreement.ts";
import { recordEvidence } from "../pathway/record-evidence.ts";
import { showVolunteer } from "../volunteers/show-volunteer.ts";
import { countersign, listOwnAgreements, signOwnAgreement } from "./own-agreements.ts";

const t = testDatabase();
const manager = () => sessionOf(anActor({ capabilities: ["volunteers.read", "volunteers.manage", "people.read", "people.write"] }), t);
const own = ({ actor: { orgId } }: Session, personId: string, capabilities = ["hours.own"]) => sessionOf(anActor({ orgId, role: "volunteer", capabilities, personId: personId as PersonId, strong: false }), t);
const stateOf = async (session: Session, volunteerId: string) => (await showVolunteer(session, volunteerId)).standing.requirements.find(({ key }) => key === "agreement")!.state;

async function asked() {
  const session = manager();
  const programmeId = await givenProgramme(session);
  const volunteerId = await givenVolunteer(session, programmeId, "service_team");
  const { id: templateId } = await publishAgreement(session, { programmeId, requirement: "agreement", title: "协议", body: "守时。", easyBody: "说好几点，就几点到。" });
  return { session, programmeId, volunteerId, templateId, volunteer: own(session, await personOf(session, volunteerId)) };
}

test("a volunteer reads and signs on their own account; it counts once the organisation has signed, and not before", async () => {
  const { session, volunteerId, templateId, volunteer } = await asked();
  expect((await listOwnAgreements(volunteer)).texts).toMatchObject([{ state: "to_sign", text: { easyBody: "说好几点，就几点到。" } }]);
  await expect(signOwnAgreement(volunteer, { volunteerId, templateId, signerName: "别人", answer: "signed" })).rejects.toMatchObject({ reason: "volunteering.name_as_known" });
  const { agreementId } = await signOwnAgreement(volunteer, { volunteerId, templateId, signerName: "林 小满", answer: "signed" });
  expect([(await listOwnAgreements(volunteer)).texts[0]!.state, await stateOf(session, volunteerId)]).toEqual(["waiting", "missing"]);
  await expect(signOwnAgreement(volunteer, { volunteerId, templateId, signerName: "林小满", answer: "signed" })).rejects.toMatchObject({ reason: "volunteering.signed_already" });
  await countersign(session, { volunteerId, agreementId });
  expect([(await listOwnAgreements(volunteer)).texts[0], await stateOf(session, volunteerId)]).toMatchObject([{ state: "signed", countersignedByName: session.actor.name }, "met"]);
  await expect(countersign(session, { volunteerId, agreementId })).rejects.toMatchObject({ reason: "volunteering.signed_already" });
});

test("a no counts at once and may be thought over; nobody signs for both sides, for another, or without the right", async () => {
  const { session, volunteerId, templateId, volunteer } = await asked();
  await signOwnAgreement(volunteer, { volunteerId, templateId, signerName: "林小满", answer: "refused" });
  expect([(await listOwnAgreements(volunteer)).texts[0]!.state, await stateOf(session, volunteerId)]).toEqual(["refused", "refused"]);
  const { agreementId } = await signOwnAgreement(volunteer, { volunteerId, templateId, signerName: "林小满", answer: "signed" });
  const herself = own(session, volunteer.actor.personId!, ["volunteers.manage"]);
  await expect(countersign(herself, { volunteerId, agreementId })).rejects.toMatchObject({ reason: "volunteering.both_sides" });
  const other = own(session, await personOf(session, await givenVolunteer(session, (await showVolunteer(session, volunteerId)).programme.id, "applicant", "别人")));
  await expect(signOwnAgreement(other, { volunteerId, templateId, signerName: "别人", answer: "signed" })).rejects.toMatchObject({ reason: "volunteering.agreement_not_found" });
  await expect(listOwnAgreements(own(session, volunteer.actor.personId!, []))).rejects.toMatchObject({ kind: "forbidden" });
  expect((await listOwnAgreements(own(manager(), volunteer.actor.personId!))).texts).toEqual([]);
});

test("an exemption from the agreement leaves nothing to sign", async () => {
  const { session, volunteerId, volunteer } = await asked();
  await recordEvidence(session, { volunteerId, requirement: "agreement", on: session.today, result: "met", quantity: 1, reason: "纸质" });
  expect((await listOwnAgreements(volunteer)).texts[0]!.state).toBe("signed");
});
