import type { Session } from "#platform/db/session.ts";
import { GoalForm, NewPlan, StepForm, type Answer } from "./model/forms.ts";
import { PlanId } from "./model/plan.ts";
import { beginPlan } from "./service/plans/begin-plan.ts";
import { saveGoal } from "./service/drafts/save-goal.ts";
import { saveStep } from "./service/drafts/save-step.ts";
import { settleVersion } from "./service/drafts/settle-version.ts";
import { showPlan } from "./service/plans/show-plan.ts";

/** What planning takes, with what it takes to make up a person and a case. */
export const PLAN_CAPABILITIES = ["people.read", "people.write", "outreach.work", "cases.work", "plans.work"] as const;

const LEVELS = ["一次也没出门", "每月出门一次", "每周出门一次", "每周出门两次", "自己约朋友出门"];

/** A goal as it is typed. */
export function aGoal(planId: string, edition: number, over: Partial<GoalForm> = {}): GoalForm {
  return GoalForm.parse({ planId, edition, words: "每周和朋友出门一次", baseline: "两年没有出门", baselineLevel: -2, levels: LEVELS, weight: 2, targetOn: "2027-02-01", ...over });
}

/** A plan with a draft of one goal and two steps; its id and the ids of its parts. */
export async function givenPlan(session: Session, personId: string, over: Partial<NewPlan> = {}): Promise<{ planId: PlanId; goalId: string; stepIds: readonly [string, string] }> {
  const planId = PlanId.parse((await beginPlan(session, NewPlan.parse({ personId, about: "想出去看看", ...over }))).planId);
  const { goalId } = await saveGoal(session, aGoal(planId, 1));
  const step = (edition: number, more: object) => saveStep(session, StepForm.parse({ planId, edition, goalId, words: "打电话约时间", owner: "worker", dueOn: "2026-11-20", ...more }));
  const first = await step(2, {});
  const second = await step(3, { words: "一起去公园", owner: "client", ownerName: "本人", dueOn: undefined });
  return { planId, goalId, stepIds: [first.stepId, second.stepId] };
}

/** The same, settled: it can be signed and worked by. */
export async function givenSettledPlan(session: Session, personId: string, over: Partial<NewPlan> = {}): Promise<Awaited<ReturnType<typeof givenPlan>> & { textHash: string }> {
  const plan = await givenPlan(session, personId, over);
  await settleVersion(session, { planId: plan.planId, edition: 4 });
  return { ...plan, textHash: (await showPlan(session, plan.planId)).current!.textHash! };
}

/** An answer as it is given on screen. */
export function anAnswer(planId: PlanId, textHash: string, over: Partial<Answer> = {}): Answer {
  return { planId, version: 1, textHash, kind: "agreed", capacity: "client", name: "张三", relation: "", how: "screen", strokes: "M10 10L50 60", paper: "", words: "", on: "2026-11-22", ...over };
}
