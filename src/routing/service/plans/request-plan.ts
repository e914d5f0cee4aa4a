import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { requestJob } from "#platform/jobs/queue.ts";
import { PLAN } from "../../model/policy.ts";
import { gatherDay, readPlan } from "../ground.ts";

/** The kind of job that plans a day. */
export const PLAN_DAY = "routing.plan";

/** Asks for a day to be planned, as a job. */
export async function requestPlan(session: Session, planId: string): Promise<{ jobId: string }> {
  const { actor } = session;
  requireCapability(actor, PLAN);
  return session.write("routing.request_plan", planId, async (tx) => {
    const { day } = await gatherDay(tx, actor.orgId, await readPlan(tx, actor.orgId, planId, { lock: true }));
    if (day.visits.length === 0) throw new Refusal("conflict", "routing.nobody_chosen");
    return { jobId: await requestJob(tx, actor, PLAN_DAY, { planId }) };
  });
}
