import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { requestJob } from "#platform/jobs/queue.ts";
import { TeamChange } from "../../model/plan.ts";
import { PLAN } from "../../model/policy.ts";
import { insertTrial } from "../../store/trials.ts";
import { signed } from "../settle.ts";
import { layOutChange } from "./lay-out-change.ts";

/** The kind of job that works out what a change would do. */
export const TRY_CHANGE = "routing.try_change";

/** Asks what would change if a team did; nothing does. What cannot be is refused at once, the rest is worked out as a job. */
export async function requestChange(session: Session, planId: string, wish: TeamChange): Promise<{ jobId: string; trialId: string }> {
  const { actor } = session;
  requireCapability(actor, PLAN);
  requireCapability(actor, "people.read");
  const change = TeamChange.parse(wish);
  return session.write("routing.request_change", { planId, ...change }, async (tx) => {
    const trialId = crypto.randomUUID();
    const { run } = await layOutChange(tx, actor, planId, { trialId, change });
    await insertTrial(tx, actor.orgId, planId, { id: trialId, change, runNumber: run.number, ...signed(session) });
    await recordAudit(tx, actor, { action: "route.change_tried", subjectKind: "route", subjectId: planId, details: { kind: change.kind } });
    return { trialId, jobId: await requestJob(tx, actor, TRY_CHANGE, { planId, trialId }) };
  });
}
