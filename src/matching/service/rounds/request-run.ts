import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { requestJob } from "#platform/jobs/queue.ts";
import type { Trial } from "../../model/changes/trial.ts";
import { selectRound } from "../../store/rounds.ts";

/** The kind of job that computes a round. */
export const SOLVE = "matching.solve";

/** Asks for a round to be computed, as a job; with `compare` every choice of fairness too. With `trial` the answer first shows what it would change; without, it is adopted at once. */
export async function requestRun(session: Session, roundId: string, trial: Trial | null = null, { compare = false } = {}): Promise<{ jobId: string }> {
  const { actor } = session;
  requireCapability(actor, "matching.manage");
  return session.write("matching.request_run", { roundId, trial, compare }, async (tx) => {
    const round = await selectRound(tx, actor.orgId, roundId, { lock: true });
    if (!round) throw new Refusal("not_found", "matching.round_not_found");
    if (round.closedAt) throw new Refusal("conflict", "matching.round_closed");
    return { jobId: await requestJob(tx, actor, SOLVE, { roundId, trial, compare }) };
  });
}
