import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { insertTemplate } from "../../store/agreements.ts";
import { selectPolicies } from "../../store/policies.ts";
import { lockProgramme } from "../../store/programmes.ts";
import { found } from "../ground.ts";
import { hashOfText } from "./hash-of-text.ts";

export const NewAgreementText = z.object({
  programmeId: z.uuid(),
  /** Key of the requirement it fulfils: an agreement (协议) or an informed consent (知情同意). */
  requirement: z.string(),
  title: z.string().trim().min(1, "volunteering.title_missing").max(120, "volunteering.text_too_long"),
  body: z.string().trim().min(1, "volunteering.body_missing").max(20_000, "volunteering.text_too_long"),
  /** The same in short sentences (易读版), shown beside it; may be empty. */
  easyBody: z.string().trim().max(8000, "volunteering.text_too_long").default(""),
});
export type NewAgreementText = z.input<typeof NewAgreementText>;

/** Publishes a wording of an agreement. It is never changed afterwards: whoever signed an earlier one signed those words. */
export async function publishAgreement(session: Session, given: NewAgreementText): Promise<{ id: string; version: number }> {
  const { actor } = session;
  requireCapability(actor, "volunteers.manage");
  const input = { ...given, easyBody: given.easyBody ?? "" };
  return session.write("volunteering.publish-agreement", input, async (tx) => {
    found(await lockProgramme(tx, actor.orgId, input.programmeId), "volunteering.programme_not_found");
    const asked = (await selectPolicies(tx, actor.orgId, input.programmeId)).at(-1)?.requirements.find(({ key }) => key === input.requirement);
    if (asked?.kind !== "agreement" && asked?.kind !== "consent") throw new Refusal("invalid_input", "volunteering.not_an_agreement");
    const published = await insertTemplate(tx, actor.orgId, { ...input, textHash: hashOfText(input), createdBy: actor.accountId });
    await recordAudit(tx, actor, {
      action: "agreement.published", subjectKind: "programme", subjectId: input.programmeId, details: { requirement: input.requirement, version: published.version },
    });
    return published;
  });
}
