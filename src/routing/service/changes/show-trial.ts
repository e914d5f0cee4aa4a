import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import type { LeftVisit } from "../../model/day/day.ts";
import { changesBetween, type PlanChange } from "../../model/day/replan.ts";
import type { TeamChange } from "../../model/plan.ts";
import { PLAN } from "../../model/policy.ts";
import { whoComes } from "../../model/say-change.ts";
import { teamNow } from "../../model/team-now.ts";
import { latestRun } from "../../store/runs.ts";
import { colleagueNames, letterAt, nameMembers } from "../plans/name-teams.ts";
import { showPlan, type ShownPlan } from "../plans/show-plan.ts";
import { readTrial } from "./work-out-trial.ts";

/** A change somebody tries, with exactly what it would do. */
export interface ShownTrial {
  readonly plan: ShownPlan;
  readonly change: TeamChange;
  /** Who would come in, as they are called. */
  readonly coming: readonly string[];
  /** The team they would be; null where none is new. */
  readonly letter: string | null;
  readonly newTeamId: string;
  /** Not worked out yet, or worked out from a plan that is another since. */
  readonly state: "waiting" | "ready" | "stale";
  readonly changes: readonly PlanChange[];
  readonly left: readonly LeftVisit[];
  readonly kept: number;
}

/** What a trial would do; opening it counts as reading the plan. */
export async function showTrial(session: Session, planId: string, trialId: string): Promise<ShownTrial> {
  const { actor } = session;
  requireCapability(actor, PLAN);
  requireCapability(actor, "people.read");
  const [plan, colleagues] = [await showPlan(session, planId), await colleagueNames(session)];
  return session.read(async (tx) => {
    const trial = await readTrial(tx, actor.orgId, planId, trialId);
    const run = (await latestRun(tx, actor.orgId, planId))!;
    const { change, answer } = trial;
    const coming = await nameMembers(tx, actor.orgId, whoComes(change), colleagues);
    const state = run.number !== trial.runNumber ? "stale" : answer === null ? "waiting" : "ready";
    const begun = plan.teams.find(({ id }) => id === change.teamId);
    const single = begun !== undefined && teamNow(begun, begun.changes).members.length === 1;
    const isNew = change.kind === "join" || (change.kind === "stand_in" && single);
    return {
      plan, change, state, newTeamId: trialId, coming: coming.map(({ name }) => name), letter: isNew ? letterAt(plan.teams.length) : null, kept: trial.kept ?? 0,
      changes: answer && state === "ready" ? changesBetween(run.answer, answer) : [], left: answer?.left ?? [],
    };
  });
}
