import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { friendPolicy } from "../../model/pathway/default-policy.ts";
import { ProgrammeForm, Slug } from "../../model/programme.ts";
import { insertPolicy } from "../../store/policies.ts";
import { insertProgramme } from "../../store/programmes.ts";

export const NewProgramme = ProgrammeForm.and(z.object({ slug: Slug }));
export type NewProgramme = z.output<typeof NewProgramme>;

/**
 * Opens a programme. It begins with the policy of the one-to-one kind, in force
 * from its first day or today, whichever is earlier; the organisation changes it by a version of its own.
 */
export async function createProgramme(session: Session, input: NewProgramme): Promise<{ id: string }> {
  const { actor, today } = session;
  requireCapability(actor, "volunteers.manage");
  return session.write("volunteering.create-programme", input, async (tx) => {
    const id = await insertProgramme(tx, actor.orgId, input);
    if (id === undefined) throw new Refusal("conflict", "volunteering.slug_taken", { fields: [{ field: "slug", reason: "volunteering.slug_taken" }] });
    const policy = friendPolicy(input.signUpFrom < today ? input.signUpFrom : today);
    const named = { ...policy, note: "", requirements: policy.requirements.map((one) => ({ ...one, name: "" })) };
    await insertPolicy(tx, actor.orgId, id, named, actor.accountId);
    await recordAudit(tx, actor, { action: "programme.created", subjectKind: "programme", subjectId: id, details: { name: input.name, slug: input.slug } });
    return { id };
  });
}
