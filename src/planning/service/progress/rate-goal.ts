import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { GoalRating } from "../../model/forms.ts";
import { insertRating, ratingsOf } from "../../store/events.ts";
import { openPlanIn } from "../open-plan.ts";

/** Notes which of its five levels a goal stands at. Earlier ratings stay. */
export async function rateGoal(session: Session, input: GoalRating): Promise<{ goalId: string }> {
  const { actor, today } = session;
  const { planId, goalId, level, on, note } = input;
  return session.write("planning.rate-goal", input, async (tx) => {
    const { current } = await openPlanIn(session, tx, planId, "change");
    if (!current?.goals.some((goal) => goal.goalId === goalId)) throw new Refusal("not_found", "plan.goal_not_found");
    const reason = on > today ? "plan.in_future" : undefined;
    if (reason) throw new Refusal("invalid_input", reason, { fields: [{ field: "on", reason }] });
    const number = (await ratingsOf(tx, actor.orgId, planId)).filter((rating) => rating.goalId === goalId).length + 1;
    await insertRating(tx, { orgId: actor.orgId, planId, goalId, number, version: current.number, level, onDay: on, note, by: actor.accountId, byName: actor.name });
    await recordAudit(tx, actor, { action: "plan.goal_rated", subjectKind: "support_plan", subjectId: planId, details: { goalId, level } });
    return { goalId };
  });
}
