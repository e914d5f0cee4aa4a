import { randomUUID } from "node:crypto";
import { Refusal } from "#kernel/refusal.ts";
import { listNeeds } from "#casework/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { GoalForm } from "../../model/forms.ts";
import { findPlan } from "../../store/plans.ts";
import { putGoal, updateVersion } from "../../store/versions.ts";
import { openDraftIn } from "./open-draft.ts";

const MOST_GOALS = 12;

/** Adds a goal to a draft, or changes one of it. */
export async function saveGoal(session: Session, input: GoalForm): Promise<{ goalId: string }> {
  const { planId, edition, goalId: known, needId, ...goal } = input;
  await expectOwnNeed(session, planId, needId);
  return session.write("planning.save-goal", input, async (tx) => {
    const { draft, place } = await openDraftIn(session, tx, { planId, edition });
    if (known && !draft.goals.some((one) => one.goalId === known)) throw new Refusal("not_found", "plan.goal_not_found");
    if (!known && draft.goals.length >= MOST_GOALS) throw new Refusal("conflict", "plan.too_many_goals");
    const goalId = known ?? randomUUID();
    await putGoal(tx, place, { ...goal, goalId, needId: needId ?? null });
    await updateVersion(tx, place, {});
    await recordAudit(tx, session.actor, { action: "plan.draft_changed", subjectKind: "support_plan", subjectId: planId, details: { part: "goal" } });
    return { goalId };
  });
}

/** A goal answers a need of the person it is for. */
async function expectOwnNeed(session: Session, planId: string, needId: string | undefined): Promise<void> {
  if (!needId) return;
  const plan = await session.read((tx) => findPlan(tx, session.actor.orgId, planId));
  const needs = plan ? await listNeeds(session, plan.personId) : [];
  if (!needs.some(({ id }) => id === needId)) throw new Refusal("invalid_input", "plan.other_need", { fields: [{ field: "needId", reason: "plan.other_need" }] });
}
