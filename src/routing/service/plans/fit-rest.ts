import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { PLAN } from "../../model/policy.ts";
import { gatherDay, readPlan } from "../ground.ts";
import { settleLatest } from "../settle.ts";

/** Leaves every stop where it is and fits in who is new or was left over. */
export async function fitRest(session: Session, planId: string): Promise<{ planId: string }> {
  const { actor } = session;
  requireCapability(actor, PLAN);
  return session.write("routing.fit_rest", planId, async (tx) => {
    const plan = await readPlan(tx, actor.orgId, planId, { lock: true });
    const answer = await settleLatest(session, tx, await gatherDay(tx, actor.orgId, plan));
    if (!answer) throw new Refusal("conflict", "routing.not_planned_yet");
    await recordAudit(tx, actor, { action: "route.fitted", subjectKind: "route", subjectId: planId, details: { left: answer.left.length } });
    return { planId };
  });
}
