import { addDays } from "../../kernel/calendar.ts";
import { personCards } from "../../people/index.ts";
import { Answer, answerVersion, beginPlan, GoalForm, GoalRating, markStep, NewPlan, rateGoal, saveGoal, saveStep, settleVersion, showPlan, StepForm, StepMark } from "../../planning/index.ts";
import type { Session } from "../../platform/db/session.ts";
import type { Cast } from "./demo-cast.ts";

const OUT = { words: "每周和朋友出门一次", baseline: "两年多没有出过楼门", levels: ["一次也没有出门", "每月出门一次", "每周和朋友出门一次", "每周出门两次", "自己约朋友出门"], weight: 3 };
const COOK = { words: "自己做一顿简单的午饭", baseline: "三餐都由妈妈做", levels: ["不进厨房", "在旁边帮忙洗菜", "每周自己做一顿午饭", "每周做两顿", "做饭请朋友来吃"], weight: 2 };
const OUT_STEPS = [["和老友约定每周六上午", "client", -50], ["联系物业修好单元门坡道", "worker", -6], ["第一次出门时一起去", "volunteer", -40]] as const;
const COOK_STEPS = [["教他开关燃气和用火安全", "carer", 10], ["每周三一起买菜", "client", null]] as const;

/** Three plans: one signed and followed for ten weeks, one that waits to be signed, one being written. */
export async function seedPlans(cast: Cast, personIds: readonly string[]): Promise<void> {
  const [first, second, third] = personIds;
  if (!first || !second || !third) return;
  const { planId, goalIds } = await settledPlan(cast, first, "medium", 70);
  await sign(cast, planId, first, 68);
  await follow(cast, planId, goalIds);
  await settledPlan(cast, second, "high", 34);
  const worker = await cast.as("worker", 3);
  await draftOf(worker, third, "low", [[OUT, OUT_STEPS]]);
}

type Given = readonly (readonly [typeof OUT, readonly (readonly [string, string, number | null])[]])[];

async function draftOf(worker: Session, personId: string, risk: string, goals: Given) {
  const { planId } = await beginPlan(worker, NewPlan.parse({ personId, risk, about: "我想像别人一样，出去走走，有自己的朋友，不用什么都靠妈妈。" }));
  const goalIds: string[] = [];
  let edition = 1;
  for (const [goal, steps] of goals) {
    const { goalId } = await saveGoal(worker, GoalForm.parse({ planId, edition: edition++, ...goal, baselineLevel: -2, targetOn: addDays(worker.today, 90) }));
    goalIds.push(goalId);
    for (const [words, owner, dueInDays] of steps) await saveStep(worker, StepForm.parse({ planId, edition: edition++, goalId, words, owner, ...(dueInDays !== null && { dueOn: addDays(worker.today, dueInDays + 70) }) }));
  }
  return { planId, goalIds, edition };
}

async function settledPlan(cast: Cast, personId: string, risk: string, daysAgo: number) {
  const worker = await cast.as("worker", daysAgo);
  const { planId, goalIds, edition } = await draftOf(worker, personId, risk, [[OUT, OUT_STEPS], [COOK, COOK_STEPS]]);
  await settleVersion(worker, { planId: GoalForm.shape.planId.parse(planId), edition });
  return { planId, goalIds };
}

async function sign(cast: Cast, planId: string, personId: string, daysAgo: number): Promise<void> {
  const worker = await cast.as("worker", daysAgo);
  const { current } = await showPlan(worker, planId);
  const name = (await worker.read((tx) => personCards(tx, cast.orgId, [personId]))).get(personId)!.name;
  await answerVersion(worker, Answer.parse({ planId, version: 1, textHash: current!.textHash, kind: "agreed", capacity: "client", name, how: "screen", strokes: "M90 120L130 60L170 140L210 70L260 130M300 60L300 140M280 90L340 90L330 140L400 120", on: worker.today }));
}

async function follow(cast: Cast, planId: string, goalIds: readonly string[]): Promise<void> {
  for (const [daysAgo, at, level] of [[40, 0, -1], [38, 1, -1], [12, 0, 0], [10, 1, 0]] as const) {
    const worker = await cast.as("worker", daysAgo);
    await rateGoal(worker, GoalRating.parse({ planId, goalId: goalIds[at], level, on: worker.today }));
  }
  const worker = await cast.as("worker", 30);
  const { steps } = await showPlan(worker, planId);
  for (const step of steps.filter(({ owner }) => owner === "volunteer" || owner === "client").slice(0, 2)) await markStep(worker, StepMark.parse({ planId, stepId: step.stepId, state: "done", on: worker.today }));
}
