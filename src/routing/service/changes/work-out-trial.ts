import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import type { Day, DayPlan } from "../../model/day/day.ts";
import type { Stay } from "../../model/day/day-problem.ts";
import { PLAN } from "../../model/policy.ts";
import { selectTrial, updateTrial, type Trial } from "../../store/trials.ts";
import type { Tx } from "#platform/db/connect.ts";
import { layOutChange } from "./lay-out-change.ts";

/** Whoever plans a day anew from what stands: in a thread of its own in the product. */
export type DayReplanner = (day: Day, stay: Stay, seed: number) => Promise<DayPlan>;

/** The same state and change give the same outcome. */
const SEED = 20_261_122;

/** Reads a trial; refused when there is none. */
export async function readTrial(tx: Tx, orgId: string, planId: string, trialId: string): Promise<Trial> {
  const trial = await selectTrial(tx, orgId, planId, trialId);
  if (!trial) throw new Refusal("not_found", "routing.trial_not_found");
  return trial;
}

/** Works out what a change would do, with no transaction open, and keeps it beside what was tried. */
export async function workOutTrial(session: Session, { planId, trialId }: { planId: string; trialId: string }, replan: DayReplanner): Promise<{ left: number }> {
  const { actor } = session;
  requireCapability(actor, PLAN);
  const { day, stay, kept, seen } = await session.read(async (tx) => layOutChange(tx, actor, planId, { trialId, change: (await readTrial(tx, actor.orgId, planId, trialId)).change }));
  const answer = await replan(day, stay, SEED);
  return session.write("routing.work_out_trial", { planId, trialId, seen }, async (tx) => {
    await updateTrial(tx, actor.orgId, planId, trialId, { answer, kept, seen });
    return { left: answer.left.length };
  });
}
