import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { identitiesOf, personCards } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { type Agreement, type AgreementTemplate, insertAgreement, insertCountersign, selectAgreements, selectTemplate, selectTemplates } from "../../store/agreements.ts";
import { selectProgramme } from "../../store/programmes.ts";
import { selectVolunteersOfPersons, type Volunteer } from "../../store/volunteers.ts";
import { found, holdVolunteer } from "../ground.ts";
import { addFacts, standingOf } from "../standing.ts";

/** A volunteer's account may sign what is its person's own; the same right that shows them their hours. */
const OWN = "hours.own";

/** One text as its volunteer meets it. */
export interface OwnAgreement {
  readonly volunteerId: string;
  readonly programmeName: string;
  readonly text: AgreementTemplate;
  /** to_sign: theirs to answer; waiting: signed, the organisation has not; guardian: a minor signed, the guardian has not. */
  readonly state: "to_sign" | "waiting" | "guardian" | "signed" | "refused";
  readonly signedOn: string | null;
  readonly countersignedByName: string;
}

/** Every text the actor's own programmes ask them to sign, with where it stands. */
export async function listOwnAgreements(session: Session): Promise<{ name: string; texts: readonly OwnAgreement[] }> {
  const { actor } = session;
  requireCapability(actor, OWN);
  return session.read(async (tx) => {
    const own = await ownVolunteers(session, tx);
    const card = actor.personId === null ? undefined : (await personCards(tx, actor.orgId, [actor.personId])).get(actor.personId);
    const texts: OwnAgreement[] = [];
    for (const volunteer of own) texts.push(...await textsOf(session, tx, volunteer));
    return { name: card?.name ?? actor.name, texts };
  });
}

async function ownVolunteers({ actor }: Session, tx: Tx): Promise<Volunteer[]> {
  const records = actor.personId === null ? [] : (await identitiesOf(tx, actor.orgId, [actor.personId])).get(actor.personId) ?? [];
  return records.length === 0 ? [] : selectVolunteersOfPersons(tx, actor.orgId, records);
}

async function textsOf({ actor, today }: Session, tx: Tx, volunteer: Volunteer): Promise<OwnAgreement[]> {
  const { status, requirements } = await standingOf(tx, actor.orgId, volunteer, today);
  if (status === "removed") return [];
  const signed = await selectAgreements(tx, actor.orgId, volunteer.id);
  const programmeName = (await selectProgramme(tx, actor.orgId, volunteer.programmeId))?.name ?? "";
  const minor = requirements.some(({ kind }) => kind === "guardian_consent");
  return (await selectTemplates(tx, actor.orgId, volunteer.programmeId)).flatMap((text) => {
    const asked = requirements.find(({ key }) => key === text.requirement);
    if (!asked) return [];
    const last = signed.findLast((one) => one.templateId === text.id && one.signerCapacity === "volunteer");
    const state = stateOf(asked.state === "met" || asked.state === "exempt", last, minor);
    return [{ volunteerId: volunteer.id, programmeName, text, state, signedOn: last?.signedOn ?? null, countersignedByName: last?.countersignedByName ?? "" }];
  });
}

function stateOf(met: boolean, last: Agreement | undefined, minor: boolean): OwnAgreement["state"] {
  if (met) return "signed";
  if (last?.answer === "refused") return "refused";
  if (last?.answer === "signed" && last.ownAccount && last.countersignedByName === "") return "waiting";
  if (last?.answer === "signed" && minor) return "guardian";
  return "to_sign";
}

export const OwnSignature = z.object({
  volunteerId: z.uuid(),
  templateId: z.uuid(),
  /** Typed by the signer: their name in full. */
  signerName: z.string().trim().min(1, "volunteering.name_missing").max(80, "volunteering.text_too_long"),
  answer: z.enum(["signed", "refused"]),
});
export type OwnSignature = z.output<typeof OwnSignature>;

/** A volunteer signs, or does not, the words they were shown, on their own account. A no counts at once; a yes once the organisation has signed too. */
export async function signOwnAgreement(session: Session, input: OwnSignature): Promise<{ agreementId: string }> {
  const { actor, today } = session;
  requireCapability(actor, OWN);
  return session.write("volunteering.sign-own-agreement", input, async (tx) => {
    const { volunteerId, templateId, signerName, answer } = input;
    found((await ownVolunteers(session, tx)).find(({ id }) => id === volunteerId), "volunteering.agreement_not_found");
    const volunteer = await holdVolunteer(tx, actor, volunteerId);
    const offered = found((await textsOf(session, tx, volunteer)).find(({ text }) => text.id === templateId), "volunteering.agreement_not_found");
    if (offered.state === "signed" || offered.state === "waiting" || offered.state === "guardian") throw new Refusal("conflict", "volunteering.signed_already");
    const card = (await personCards(tx, actor.orgId, [volunteer.personId])).get(volunteer.personId);
    if (answer === "signed" && signerName.replaceAll(/\s/g, "") !== card?.name.replaceAll(/\s/g, "")) throw new Refusal("invalid_input", "volunteering.name_as_known", { fields: [{ field: "signerName", reason: "volunteering.name_as_known" }] });
    const agreementId = await insertAgreement(tx, actor.orgId, {
      volunteerId, templateId, signerName, answer, signerCapacity: "volunteer", guardianRelation: "", manner: "on_screen", signedOn: today,
      textHash: Buffer.from(offered.text.textHash, "hex"), countersignedBy: null, countersignedByName: "", signedByAccount: actor.accountId,
    });
    const { requirement, version, textHash } = offered.text;
    if (answer === "refused") await addFacts(session, tx, volunteer, [{ kind: "evidence", requirement, on: today, quantity: 1, reference: `agreement:${agreementId}`, result: "refused" }]);
    await recordAudit(tx, actor, { action: `agreement.${answer}`, subjectKind: "volunteer", subjectId: volunteerId, details: { requirement, version, textHash, capacity: "volunteer", own: true } });
    return { agreementId };
  });
}

/** Signs for the organisation what a volunteer signed on their own account: from then on it counts; for a minor the guardian's signature still does. */
export async function countersign(session: Session, { volunteerId, agreementId }: { readonly volunteerId: string; readonly agreementId: string }): Promise<null> {
  const { actor, now } = session;
  requireCapability(actor, "volunteers.manage");
  return session.write("volunteering.countersign-agreement", { volunteerId, agreementId }, async (tx) => {
    const volunteer = await holdVolunteer(tx, actor, volunteerId);
    const agreement = found((await selectAgreements(tx, actor.orgId, volunteerId)).find(({ id }) => id === agreementId), "volunteering.agreement_not_found");
    if (agreement.answer !== "signed" || agreement.countersignedByName !== "") throw new Refusal("conflict", "volunteering.signed_already");
    if (volunteer.personId === actor.personId) throw new Refusal("conflict", "volunteering.both_sides");
    if (!(await insertCountersign(tx, actor.orgId, { agreementId, byAccount: actor.accountId, byName: actor.name, at: now.toISOString() }))) throw new Refusal("conflict", "volunteering.signed_already");
    const { requirement } = found(await selectTemplate(tx, actor.orgId, agreement.templateId), "volunteering.agreement_not_found");
    const { requirements } = await standingOf(tx, actor.orgId, volunteer, session.today);
    if (!requirements.some(({ kind }) => kind === "guardian_consent")) {
      await addFacts(session, tx, volunteer, [{ kind: "evidence", requirement, on: session.today, quantity: 1, reference: `agreement:${agreementId}`, result: "met" }]);
    }
    await recordAudit(tx, actor, { action: "agreement.countersigned", subjectKind: "volunteer", subjectId: volunteerId, details: { requirement } });
    return null;
  });
}
