import { randomUUID } from "node:crypto";
import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { StepForm } from "../../model/forms.ts";
import { insertStep, updateVersion } from "../../store/versions.ts";
import { openDraftIn } from "./open-draft.ts";

const MOST_STEPS = 60;

/** Adds a step towards a goal of a draft. */
export async function saveStep(session: Session, input: StepForm): Promise<{ stepId: string }> {
  const { planId, edition, dueOn, ...step } = input;
  return session.write("planning.save-step", input, async (tx) => {
    const { draft, place } = await openDraftIn(session, tx, { planId, edition });
    if (!draft.goals.some(({ goalId }) => goalId === step.goalId)) throw new Refusal("not_found", "plan.goal_not_found");
    if (draft.steps.length >= MOST_STEPS) throw new Refusal("conflict", "plan.too_many_steps");
    const stepId = randomUUID();
    await insertStep(tx, place, { ...step, stepId, dueOn: dueOn ?? null });
    await updateVersion(tx, place, {});
    await recordAudit(tx, session.actor, { action: "plan.draft_changed", subjectKind: "support_plan", subjectId: planId, details: { part: "step" } });
    return { stepId };
  });
}
