import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { Day, DayPlan } from "../../model/day/day.ts";
import { homesIn } from "../../model/day/replan.ts";
import { PLAN } from "../../model/policy.ts";
import { insertRun, runOfJob } from "../../store/runs.ts";
import { gatherDay, readPlan } from "../ground.ts";
import { signed } from "../settle.ts";

/** Whoever works a day out: in a thread of its own in the product. */
export type DaySolver = (day: Day, seed: number) => Promise<DayPlan>;

/** The same visits give the same plan. */
const SEED = 20_261_122;

/** Plans a day: reads it, has it worked out with no transaction open, keeps the answer. A job that is run again does nothing twice. */
export async function computePlan(session: Session, { planId, jobId }: { planId: string; jobId: string }, solve: DaySolver): Promise<{ made: number; left: number }> {
  const { actor } = session;
  requireCapability(actor, PLAN);
  const { day, plan } = await session.read(async (tx) => gatherDay(tx, actor.orgId, await readPlan(tx, actor.orgId, planId)));
  const answer = await solve(day, SEED);
  const made = homesIn(answer);
  return session.write("routing.compute_plan", { planId, jobId }, async (tx) => {
    await readPlan(tx, actor.orgId, planId, { lock: true });
    if ((await runOfJob(tx, actor.orgId, planId, jobId)) === undefined) {
      const number = await insertRun(tx, actor.orgId, planId, { kind: "computed", answer, jobId, planVersion: plan.version, ...signed(session) });
      await recordAudit(tx, actor, { action: "route.computed", subjectKind: "route", subjectId: planId, details: { number, made, left: answer.left.length } });
    }
    return { made, left: answer.left.length };
  });
}
