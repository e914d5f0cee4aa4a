import { z } from "zod";
import { isDay } from "#kernel/calendar.ts";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { Status } from "../../model/pathway/volunteer-status.ts";
import { insertAgreement, selectTemplate } from "../../store/agreements.ts";
import { holdVolunteer } from "../ground.ts";
import { addFacts, standingOf } from "../standing.ts";

export const Signature = z.object({
  volunteerId: z.uuid(),
  templateId: z.uuid(),
  signerName: z.string().trim().min(1, "volunteering.name_missing").max(80, "volunteering.text_too_long"),
  signerCapacity: z.enum(["volunteer", "guardian"]),
  guardianRelation: z.string().trim().max(40).default(""),
  manner: z.enum(["on_screen", "on_paper"]),
  answer: z.enum(["signed", "refused"]),
  signedOn: z.string().refine(isDay, "volunteering.day_unreadable"),
});
export type Signature = z.output<typeof Signature>;

/**
 * Records that a volunteer, or the guardian of a minor, signed or refused the
 * words they were shown; the actor signs for the organisation. For a minor the
 * guardian's signature is the one that counts as evidence.
 */
export async function signAgreement(session: Session, input: Signature): Promise<{ agreementId: string; status: Status }> {
  const { actor, today } = session;
  requireCapability(actor, "volunteers.manage");
  return session.write("volunteering.sign-agreement", input, async (tx) => {
    const { volunteerId, templateId, ...signature } = input;
    if (input.signedOn > today) throw atField("signedOn", "volunteering.evidence_in_future");
    const volunteer = await holdVolunteer(tx, actor, volunteerId);
    const template = await selectTemplate(tx, actor.orgId, templateId);
    if (template?.programmeId !== volunteer.programmeId) throw new Refusal("not_found", "volunteering.agreement_not_found");
    const standing = await standingOf(tx, actor.orgId, volunteer, today);
    const minor = standing.requirements.some(({ kind }) => kind === "guardian_consent");
    const agreementId = await insertAgreement(tx, actor.orgId, {
      ...signature, volunteerId, templateId, textHash: Buffer.from(template.textHash, "hex"), countersignedBy: actor.accountId, countersignedByName: actor.name,
    });
    const counts = !minor || input.signerCapacity === "guardian";
    const after = counts ? (await addFacts(session, tx, volunteer, [evidenceOf(input, template.requirement, agreementId)])).standing : standing;
    await recordAudit(tx, actor, {
      action: `agreement.${input.answer}`, subjectKind: "volunteer", subjectId: volunteerId,
      details: { requirement: template.requirement, version: template.version, textHash: template.textHash, capacity: input.signerCapacity },
    });
    return { agreementId, status: after.status };
  });
}

function evidenceOf({ answer, signedOn }: Signature, requirement: string, agreementId: string) {
  return { kind: "evidence" as const, requirement, on: signedOn, quantity: 1, reference: `agreement:${agreementId}`, result: answer === "signed" ? "met" as const : "refused" as const };
}

function atField(field: string, reason: `${string}.${string}`): Refusal {
  return new Refusal("invalid_input", reason, { fields: [{ field, reason }] });
}
