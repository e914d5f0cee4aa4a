import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { Ending } from "../../model/forms.ts";
import { insertEnding } from "../../store/events.ts";
import { keepPlanState } from "../../store/plans.ts";
import { openPlanIn } from "../open-plan.ts";

/** Ends a plan, with the reason. It stays to be read. */
export async function endPlan(session: Session, input: Ending): Promise<{ planId: string }> {
  const { actor, today } = session;
  const { planId, reason, words, on } = input;
  return session.write("planning.end", input, async (tx) => {
    await openPlanIn(session, tx, planId, "change");
    if (on > today) throw new Refusal("invalid_input", "plan.in_future", { fields: [{ field: "on", reason: "plan.in_future" }] });
    await insertEnding(tx, { orgId: actor.orgId, planId, reason, words, onDay: on, by: actor.accountId, byName: actor.name });
    await keepPlanState(tx, actor.orgId, planId, { endedOn: on });
    await recordAudit(tx, actor, { action: "plan.ended", subjectKind: "support_plan", subjectId: planId, details: { reason } });
    return { planId };
  });
}
