import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { Review } from "../../model/forms.ts";
import { insertReview, reviewsOf } from "../../store/events.ts";
import { keepPlanState } from "../../store/plans.ts";
import { openPlanIn } from "../open-plan.ts";

/** Notes a review of the plan and when the next one is due. */
export async function holdReview(session: Session, input: Review): Promise<{ number: number }> {
  const { actor, today } = session;
  const { planId, on, words, nextOn } = input;
  return session.write("planning.review", input, async (tx) => {
    const { current } = await openPlanIn(session, tx, planId, "change");
    if (!current) throw new Refusal("conflict", "plan.not_settled");
    if (on > today) throw new Refusal("invalid_input", "plan.in_future", { fields: [{ field: "on", reason: "plan.in_future" }] });
    if (nextOn <= today) throw new Refusal("invalid_input", "plan.review_past", { fields: [{ field: "nextOn", reason: "plan.review_past" }] });
    const number = (await reviewsOf(tx, actor.orgId, planId)).length + 1;
    await insertReview(tx, { orgId: actor.orgId, planId, number, version: current.number, onDay: on, words, nextOn, by: actor.accountId, byName: actor.name });
    await keepPlanState(tx, actor.orgId, planId, { reviewOn: nextOn });
    await recordAudit(tx, actor, { action: "plan.reviewed", subjectKind: "support_plan", subjectId: planId, details: { version: current.number, nextOn } });
    return { number };
  });
}
