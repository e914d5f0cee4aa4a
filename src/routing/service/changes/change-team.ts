import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { changesBetween } from "../../model/day/replan.ts";
import { PLAN } from "../../model/policy.ts";
import { insertRunChanges, insertTeamChange } from "../../store/changes.ts";
import { insertTeam } from "../../store/plans.ts";
import { insertRun } from "../../store/runs.ts";
import { signed } from "../settle.ts";
import { layOutChange } from "./lay-out-change.ts";
import { readTrial } from "./work-out-trial.ts";

/** Does what was tried and seen: the change, a team that comes in, the new run, a row for everybody whose visit is another now. Refused when the day is another since. */
export async function changeTeam(session: Session, { planId, trialId }: { planId: string; trialId: string }): Promise<{ planId: string }> {
  const { actor } = session;
  requireCapability(actor, PLAN);
  return session.write("routing.change_team", { planId, trialId }, async (tx) => {
    const { change, answer, seen, runNumber } = await readTrial(tx, actor.orgId, planId, trialId);
    if (answer === null) throw new Refusal("conflict", "routing.not_worked_out");
    const { plan, run, said, comes, ...laid } = await layOutChange(tx, actor, planId, { trialId, change, lock: true });
    if (laid.seen !== seen || run.number !== runNumber) throw new Refusal("conflict", "routing.changed_since");
    const number = await insertRun(tx, actor.orgId, planId, { kind: "replanned", answer, jobId: null, planVersion: plan.version, ...signed(session) });
    if (comes) await insertTeam(tx, actor.orgId, planId, comes.position, comes.team);
    await insertTeamChange(tx, actor.orgId, planId, { ...said, reason: change.reason, runNumber: number, ...signed(session) });
    const changes = changesBetween(run.answer, answer);
    await insertRunChanges(tx, actor.orgId, planId, number, changes);
    await recordAudit(tx, actor, { action: "route.team_changed", subjectKind: "route", subjectId: planId, details: { kind: change.kind, number, changed: changes.length, left: answer.left.length } });
    return { planId };
  });
}
