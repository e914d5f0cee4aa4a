import { Refusal } from "#kernel/refusal.ts";
import { requireCase } from "#casework/index.ts";
import type { PersonCard } from "#people/index.ts";
import { authorise } from "#platform/access/can.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import type { PlanContent } from "../model/plan.ts";
import { WORK_ON_PLANS } from "../model/policy.ts";
import { stepState, type StepState } from "../model/standing.ts";
import { stepEventsOf, type StepEvent } from "../store/events.ts";
import { findPlan, lockPlan, type StoredPlan } from "../store/plans.ts";
import { goalsOf, stepsOf, versionsOf, type StoredVersion } from "../store/versions.ts";
import { openPersonIn } from "./open-person.ts";

/** A version with all it says. */
export type FullVersion = StoredVersion & PlanContent;

/** A plan that may be worked with. */
export interface OpenedPlan {
  readonly plan: StoredPlan;
  readonly card: PersonCard;
  /** The newest first. */
  readonly versions: readonly FullVersion[];
  readonly draft: FullVersion | undefined;
  readonly current: FullVersion | undefined;
  readonly stepEvents: readonly StepEvent[];
  readonly stateOf: (stepId: string) => StepState;
}

/** Opens a plan, to be read or, held by this transaction, to be changed. A plan of a case is opened by whoever may read the case. */
export async function openPlanIn(session: Session, tx: Tx, planId: string, wish: "read" | "change" = "read"): Promise<OpenedPlan> {
  const { actor } = session;
  authorise(actor, WORK_ON_PLANS, { orgId: actor.orgId });
  const plan = await (wish === "change" ? lockPlan : findPlan)(tx, actor.orgId, planId);
  if (!plan) throw new Refusal("not_found", "plan.not_found");
  if (plan.caseId !== null) await requireCase(session, tx, plan.caseId, wish === "change" ? "record" : "read");
  const card = await openPersonIn(session, tx, plan.personId);
  if (wish === "change" && plan.endedOn !== null) throw new Refusal("conflict", "plan.ended");
  const [stored, goals, steps, stepEvents] = [await versionsOf(tx, actor.orgId, planId), await goalsOf(tx, actor.orgId, planId), await stepsOf(tx, actor.orgId, planId), await stepEventsOf(tx, actor.orgId, planId)];
  const versions = stored.map((version) => ({ ...version, goals: goals.filter((goal) => goal.version === version.number).map(withoutVersion), steps: steps.filter((step) => step.version === version.number).map(withoutVersion) }));
  return {
    plan, card, versions, stepEvents, draft: versions.find(({ settledAt }) => settledAt === null), current: versions.find(({ number }) => number === plan.currentVersion),
    stateOf: (stepId) => stepState(stepEvents.filter((event) => event.stepId === stepId)),
  };
}

const withoutVersion = <T extends { readonly version: number }>({ version: _, ...rest }: T): Omit<T, "version"> => rest;
