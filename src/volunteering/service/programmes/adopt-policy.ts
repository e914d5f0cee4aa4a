import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { decidePolicy } from "../../model/pathway/decide-policy.ts";
import { grandfatheringOf, PolicyForm } from "../../model/programme.ts";
import { insertPolicy, selectPolicies, type StoredPolicy } from "../../store/policies.ts";
import { lockProgramme } from "../../store/programmes.ts";
import { found, insist } from "../ground.ts";

export const NewPolicy = PolicyForm.and(z.object({ programmeId: z.uuid() }));
export type NewPolicy = z.output<typeof NewPolicy>;

/** Adopts a new version of a programme's policy (准入办法), in force from its day on. Earlier versions stay as they were. */
export async function adoptPolicy(session: Session, { programmeId, ...form }: NewPolicy): Promise<{ version: number }> {
  const { actor, today } = session;
  requireCapability(actor, "volunteers.manage");
  return session.write("volunteering.adopt-policy", { programmeId, form }, async (tx) => {
    found(await lockProgramme(tx, actor.orgId, programmeId), "volunteering.programme_not_found");
    const earlier = await selectPolicies(tx, actor.orgId, programmeId);
    const next = policyOf(form, (earlier.at(-1)?.version ?? 0) + 1);
    insist(decidePolicy(earlier, next, today));
    if (!(await insertPolicy(tx, actor.orgId, programmeId, next, actor.accountId))) throw new Refusal("conflict", "volunteering.policy_not_after_last");
    await recordAudit(tx, actor, {
      action: "policy.adopted", subjectKind: "programme", subjectId: programmeId, details: { version: next.version, effectiveOn: next.effectiveOn, note: next.note },
    });
    return { version: next.version };
  });
}

/** The form as a version. */
export function policyOf(form: PolicyForm, version: number): StoredPolicy {
  const { effectiveOn, unknownAge, ageBands, requirements, note } = form;
  return { version, effectiveOn, unknownAge, ageBands, requirements, note, grandfathering: grandfatheringOf(form) };
}
