import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { Removal } from "../../model/forms.ts";
import { deleteGoal, deleteStep, updateVersion } from "../../store/versions.ts";
import { openDraftIn } from "./open-draft.ts";

/** Takes a goal with its steps, or one step, out of a draft. In the versions before they stay. */
export async function removePart(session: Session, input: Removal): Promise<{ planId: string }> {
  const { planId, edition, goalId, stepId } = input;
  return session.write("planning.remove-part", input, async (tx) => {
    const { draft, place } = await openDraftIn(session, tx, { planId, edition });
    if (stepId && draft.steps.some((step) => step.stepId === stepId)) await deleteStep(tx, place, stepId);
    else if (goalId && draft.goals.some((goal) => goal.goalId === goalId)) await deleteGoal(tx, place, goalId);
    else throw new Refusal("not_found", "plan.goal_not_found");
    await updateVersion(tx, place, {});
    await recordAudit(tx, session.actor, { action: "plan.draft_changed", subjectKind: "support_plan", subjectId: planId, details: { part: stepId ? "step_removed" : "goal_removed" } });
    return { planId };
  });
}
