import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { answerFault } from "../../model/decide-answer.ts";
import type { Answer } from "../../model/forms.ts";
import { versionStanding } from "../../model/standing.ts";
import { agreementsOf, insertAgreement } from "../../store/events.ts";
import { openPlanIn } from "../open-plan.ts";

/** Keeps that the person or their guardian agreed to a version and signed it, or would not. What was signed is told by its hash. */
export async function answerVersion(session: Session, input: Answer): Promise<{ number: number }> {
  const { actor, today } = session;
  const { planId, version, on, ...answer } = input;
  return session.write("planning.answer", input, async (tx) => {
    const { current } = await openPlanIn(session, tx, planId, "change");
    if (!current || current.number !== version) throw new Refusal("conflict", "plan.other_text");
    const fault = answerFault(input, current, today);
    if (fault?.field === "textHash") throw new Refusal("conflict", "plan.other_text");
    if (fault) throw new Refusal("invalid_input", "platform.check_fields", { fields: [fault] });
    const before = await agreementsOf(tx, actor.orgId, planId);
    if (versionStanding(current, current.number, before) === "agreed") throw new Refusal("conflict", "plan.agreed_already");
    const number = before.filter((one) => one.version === version).length + 1;
    await insertAgreement(tx, { orgId: actor.orgId, planId, version, number, ...answer, onDay: on, by: actor.accountId, byName: actor.name });
    await recordAudit(tx, actor, { action: answer.kind === "agreed" ? "plan.agreed" : "plan.refused", subjectKind: "support_plan", subjectId: planId, details: { version, capacity: answer.capacity, how: answer.how, textHash: answer.textHash } });
    return { number };
  });
}
