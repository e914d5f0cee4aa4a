import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { StepMark } from "../../model/forms.ts";
import { mayMove } from "../../model/standing.ts";
import { insertStepEvent } from "../../store/events.ts";
import { openPlanIn } from "../open-plan.ts";

/** Notes that a step was done, is no longer meant, or is open after all. */
export async function markStep(session: Session, input: StepMark): Promise<{ stepId: string }> {
  const { actor, today } = session;
  const { planId, stepId, state, on, note } = input;
  return session.write("planning.mark-step", input, async (tx) => {
    const { current, stepEvents, stateOf } = await openPlanIn(session, tx, planId, "change");
    if (!current?.steps.some((step) => step.stepId === stepId)) throw new Refusal("not_found", "plan.step_not_found");
    if (on > today) throw new Refusal("invalid_input", "plan.in_future", { fields: [{ field: "on", reason: "plan.in_future" }] });
    if (!mayMove(stateOf(stepId), state)) throw new Refusal("conflict", "plan.step_so_already");
    if (state === "dropped" && note === "") throw new Refusal("invalid_input", "plan.drop_reason", { fields: [{ field: "note", reason: "plan.drop_reason" }] });
    const number = stepEvents.filter((event) => event.stepId === stepId).length + 1;
    await insertStepEvent(tx, { orgId: actor.orgId, planId, stepId, number, state, onDay: on, note, by: actor.accountId, byName: actor.name });
    await recordAudit(tx, actor, { action: "plan.step_marked", subjectKind: "support_plan", subjectId: planId, details: { stepId, state } });
    return { stepId };
  });
}
