import fc from "fast-check";
import { expect, test } from "vitest";
import { givenCase, givenNeed } from "#casework/testing.ts";
import { givenPerson } from "#people/testing.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { aGoal, anAnswer, givenPlan, givenSettledPlan, PLAN_CAPABILITIES } from "../testing.ts";
import { Ending, StepForm } from "../model/forms.ts";
import { beginPlan } from "./plans/begin-plan.ts";
import { listDuePlanWork, listPlans, listSteps } from "./plans/list-plans.ts";
import { planPaper } from "./plans/plan-paper.ts";
import { planAccess } from "./plans/plan-access.ts";
import { listPlanNeeds } from "./plans/list-plan-needs.ts";
import { showPersonPlans } from "./plans/show-person-plans.ts";
import { showPlan } from "./plans/show-plan.ts";
import { beginVersion } from "./drafts/begin-version.ts";
import { discardDraft } from "./drafts/discard-draft.ts";
import { removePart } from "./drafts/remove-part.ts";
import { saveAbout } from "./drafts/save-about.ts";
import { saveGoal } from "./drafts/save-goal.ts";
import { saveStep } from "./drafts/save-step.ts";
import { settleVersion } from "./drafts/settle-version.ts";
import { answerVersion } from "./progress/answer-version.ts";
import { endPlan } from "./progress/end-plan.ts";
import { holdReview } from "./progress/hold-review.ts";
import { markStep } from "./progress/mark-step.ts";
import { rateGoal } from "./progress/rate-goal.ts";
import { hashOf } from "./text-hash.ts";

const t = testDatabase();
const worker = () => sessionOf(anActor({ capabilities: PLAN_CAPABILITIES }), t);
const TODAY = "2026-11-22";

test("a plan is drafted, settled, signed, followed and carried into its next version", async () => {
  const session = worker();
  const { planId, goalId, stepIds, textHash } = await givenSettledPlan(session, await givenPerson(session));
  await answerVersion(session, anAnswer(planId, textHash));
  await markStep(session, { planId, stepId: stepIds[0], state: "done", on: TODAY, note: "" });
  await rateGoal(session, { planId, goalId, level: 1, on: TODAY, note: "去了公园" });
  const first = await showPlan(session, planId);
  expect(first.versions).toMatchObject([{ number: 1, standing: "agreed", whole: true }]);
  expect(first.steps.map(({ state }) => state)).toEqual(["done", "open"]);
  const paper = await planPaper(session, { caseId: planId, personId: first.personId });
  expect(paper).toMatchObject({ fields: { 计划版本: "1", 看重的事: expect.any(String) }, lists: { 目标: [{ 现况: "+1" }], 步骤: [{ 状态: "做完了" }, { 状态: "要做" }] } });
  expect(await planAccess(session, planId, "zh")).toMatchObject({ title: "张三的支持计划", to: `/plans/${planId}` });
  await expect(planAccess(worker(), planId, "zh")).rejects.toMatchObject({ reason: "plan.not_found" });
  expect(first.attainment).toMatchObject({ unrated: 0, now: 60, baseline: 30 });
  await beginVersion(session, { planId, reason: "目标变了" });
  const next = await showPlan(session, planId);
  expect(next.draft).toMatchObject({ number: 2, goals: [{ goalId }], steps: [{ stepId: stepIds[1] }] });
  await settleVersion(session, { planId, edition: 1 });
  const second = await showPlan(session, planId);
  expect(second.versions.map(({ number, standing }) => [number, standing])).toEqual([[2, "waiting"], [1, "replaced"]]);
  expect(second.attainment.now).toBe(60);
  expect(second.agreements[0]!.textHash).toBe(hashOf(second.versions[1]!.text!));
});

test("a settled version cannot be changed, not even behind the application's back", async () => {
  const session = worker();
  const { planId, goalId } = await givenSettledPlan(session, await givenPerson(session));
  await expect(saveGoal(session, aGoal(planId, 5, { goalId }))).rejects.toMatchObject({ reason: "plan.no_draft" });
  for (const sql of ["update planning.versions set about = 'x' where plan_id = $1", "update planning.goals set words = 'other' where plan_id = $1", "delete from planning.steps where plan_id = $1", "delete from planning.versions where plan_id = $1"]) {
    await expect(t.owner.query(sql, [planId])).rejects.toThrow(/never changed/);
  }
});

test("two who change a draft at once: the second is told", async () => {
  const session = worker();
  const { planId } = await givenPlan(session, await givenPerson(session));
  await expect(saveAbout(session, { planId, edition: 1, about: "别的", risk: "high", reviewOn: "2026-12-22", reason: "" })).rejects.toMatchObject({ reason: "plan.draft_changed" });
  await saveAbout(session, { planId, edition: 4, about: "想学做饭", risk: "high", reviewOn: "2026-12-22", reason: "" });
  expect((await showPlan(session, planId)).draft).toMatchObject({ about: "想学做饭", risk: "high", edition: 5 });
});

test("a draft is not settled half; parts can be taken out; the first draft cannot be thrown away, a later one can", async () => {
  const session = worker();
  const personId = await givenPerson(session);
  const { planId, goalId, stepIds } = await givenPlan(session, personId);
  await removePart(session, { planId, edition: 4, stepId: stepIds[0] });
  await removePart(session, { planId, edition: 5, stepId: stepIds[1] });
  await expect(settleVersion(session, { planId, edition: 6 })).rejects.toMatchObject({ reason: "plan.no_steps" });
  await removePart(session, { planId, edition: 6, goalId });
  await expect(settleVersion(session, { planId, edition: 7 })).rejects.toMatchObject({ reason: "plan.no_goals" });
  await expect(discardDraft(session, { planId, edition: 7 })).rejects.toMatchObject({ reason: "plan.first_draft" });
  const settled = await givenSettledPlan(session, personId);
  await beginVersion(session, { planId: settled.planId, reason: "" });
  await expect(beginVersion(session, { planId: settled.planId, reason: "" })).rejects.toMatchObject({ reason: "plan.draft_exists" });
  await discardDraft(session, { planId: settled.planId, edition: 1 });
  expect((await showPlan(session, settled.planId)).versions).toHaveLength(1);
});

test("a refusal to sign is a row with the words; a later agreement counts; twice is refused; another text is refused", async () => {
  const session = worker();
  const { planId, textHash } = await givenSettledPlan(session, await givenPerson(session));
  await expect(answerVersion(session, anAnswer(planId, "0".repeat(64)))).rejects.toMatchObject({ reason: "plan.other_text" });
  await expect(answerVersion(session, anAnswer(planId, textHash, { kind: "refused" }))).rejects.toMatchObject({ fields: [{ field: "words", reason: "plan.refusal_words" }] });
  await answerVersion(session, anAnswer(planId, textHash, { kind: "refused", words: "不想要志愿者来" }));
  expect((await showPlan(session, planId)).versions[0]!.standing).toBe("refused");
  await answerVersion(session, anAnswer(planId, textHash, { capacity: "guardian", relation: "母亲", how: "paper", strokes: "", paper: "档案柜 3 层" }));
  expect((await showPlan(session, planId)).versions[0]!.standing).toBe("agreed");
  await expect(answerVersion(session, anAnswer(planId, textHash))).rejects.toMatchObject({ reason: "plan.agreed_already" });
});

test("reviews and overdue steps wait today; a review, a done step and an ended plan do not", async () => {
  const session = worker();
  const personId = await givenPerson(session, { name: "白峰" });
  const { planId, stepIds } = await givenSettledPlan(session, personId, { risk: "high" });
  const later = sessionOf(session.actor, t, { now: new Date("2026-12-23T02:00:00Z") });
  expect(await listDuePlanWork(later, 20)).toMatchObject({ reviews: [{ id: planId, name: "白峰" }], steps: [{ stepId: stepIds[0] }] });
  expect((await listSteps(session)).rows.map(({ stepId }) => stepId)).toEqual([stepIds[0]]);
  expect((await listPlans(later, "reviews")).rows).toHaveLength(1);
  await holdReview(later, { planId, on: "2026-12-23", words: "按计划继续", nextOn: "2027-03-01" });
  await markStep(later, { planId, stepId: stepIds[0], state: "done", on: "2026-12-23", note: "" });
  expect(await listDuePlanWork(later, 20)).toEqual({ reviews: [], steps: [] });
  await markStep(later, { planId, stepId: stepIds[0], state: "open", on: "2026-12-23", note: "没有约成" });
  await endPlan(later, Ending.parse({ planId, reason: "attained", on: "2026-12-23" }));
  expect(await listDuePlanWork(later, 20)).toEqual({ reviews: [], steps: [] });
  await expect(markStep(later, { planId, stepId: stepIds[1], state: "done", on: "2026-12-23", note: "" })).rejects.toMatchObject({ reason: "plan.ended" });
  expect((await listPlans(later, "all")).rows).toMatchObject([{ id: planId, endedOn: "2026-12-23" }]);
});

test("a goal answers a need of the person's own", async () => {
  const session = worker();
  const [personId, otherId] = [await givenPerson(session), await givenPerson(session)];
  const [own, others] = [await givenNeed(session, personId), await givenNeed(session, otherId)];
  const { planId } = await beginPlan(session, { personId, about: "", risk: "low" });
  expect(await listPlanNeeds(session, personId)).toMatchObject([{ id: own }]);
  await expect(saveGoal(session, aGoal(planId, 1, { needId: others }))).rejects.toMatchObject({ reason: "plan.other_need" });
  await saveGoal(session, aGoal(planId, 1, { needId: own }));
  expect((await showPlan(session, planId)).draft!.goals).toMatchObject([{ needId: own }]);
});

test("a plan of a case is opened by whoever stands near the case, and by nobody else", async () => {
  const session = worker();
  const personId = await givenPerson(session);
  const caseId = await givenCase(session, personId);
  const { planId } = await givenPlan(session, personId, { caseId });
  expect((await showPersonPlans(session, personId)).plans).toHaveLength(1);
  const colleague = sessionOf(anActor({ capabilities: PLAN_CAPABILITIES, orgId: session.actor.orgId }), t);
  await expect(showPlan(colleague, planId)).rejects.toMatchObject({ reason: "case.not_near" });
  expect((await showPersonPlans(colleague, personId)).plans).toEqual([]);
  expect((await listPlans(colleague, "all")).rows).toMatchObject([{ id: planId, name: null }]);
  await expect(beginPlan(session, { personId: await givenPerson(session), caseId, about: "", risk: "low" })).rejects.toMatchObject({ reason: "plan.other_case" });
});

test("a stranger may not, a session without a second factor may not, another organisation's plan is not there", async () => {
  const session = worker();
  const personId = await givenPerson(session);
  const { planId, goalId, stepIds, textHash } = await givenSettledPlan(session, personId);
  const clerk = sessionOf(anActor({ capabilities: ["people.read"], orgId: session.actor.orgId }), t);
  const weak = sessionOf(anActor({ capabilities: PLAN_CAPABILITIES, orgId: session.actor.orgId, strong: false }), t);
  for (const other of [clerk, weak]) {
    const attempts = [
      () => showPlan(other, planId), () => beginPlan(other, { personId, about: "", risk: "low" }), () => listPlans(other, "all"), () => listSteps(other), () => showPersonPlans(other, personId), () => beginVersion(other, { planId, reason: "" }),
      () => saveStep(other, StepForm.parse({ planId, edition: 5, goalId, words: "不行", owner: "worker" })), () => rateGoal(other, { planId, goalId, level: 0, on: TODAY, note: "" }), () => markStep(other, { planId, stepId: stepIds[0], state: "done", on: TODAY, note: "" }),
      () => answerVersion(other, anAnswer(planId, textHash)), () => endPlan(other, Ending.parse({ planId, reason: "other", on: TODAY })), () => holdReview(other, { planId, on: TODAY, words: "不行", nextOn: "2027-01-01" }),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ kind: "forbidden" });
    expect(await listDuePlanWork(other, 20)).toEqual({ reviews: [], steps: [] });
  }
  await expect(showPlan(worker(), planId)).rejects.toMatchObject({ reason: "plan.not_found" });
});

test("any sequence of what is allowed keeps the invariants, and what was signed stays provable", async () => {
  const session = worker();
  const STEPS = ["step", "remove", "settle", "version", "discard", "done", "open", "drop", "rate", "agree", "refuse"] as const;
  await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...STEPS), fc.nat()), { minLength: 5, maxLength: 14 }), async (sequence) => {
    const personId = await givenPerson(session);
    const { planId, goalId } = await givenPlan(session, personId);
    for (const [what, pick] of sequence) {
      const { draft, current, steps, versions: before, agreements: earlier } = await showPlan(session, planId);
      const edition = draft?.edition ?? 0;
      const one = steps[pick % Math.max(1, steps.length)]?.stepId ?? goalId;
      await ({
        step: () => saveStep(session, StepForm.parse({ planId, edition, goalId, words: "再做一步", owner: "carer" })),
        remove: () => removePart(session, { planId, edition, stepId: draft?.steps[pick % Math.max(1, draft.steps.length)]?.stepId }),
        settle: () => settleVersion(session, { planId, edition }), version: () => beginVersion(session, { planId, reason: "" }), discard: () => discardDraft(session, { planId, edition }),
        done: () => markStep(session, { planId, stepId: one, state: "done", on: TODAY, note: "" }), open: () => markStep(session, { planId, stepId: one, state: "open", on: TODAY, note: "" }),
        drop: () => markStep(session, { planId, stepId: one, state: "dropped", on: TODAY, note: "不用了" }), rate: () => rateGoal(session, { planId, goalId, level: ((pick % 5) - 2) as 0, on: TODAY, note: "" }),
        agree: () => answerVersion(session, { ...anAnswer(planId, current?.textHash ?? "0".repeat(64)), version: current?.number ?? 1 }),
        refuse: () => answerVersion(session, { ...anAnswer(planId, current?.textHash ?? "0".repeat(64), { kind: "refused", words: "不要" }), version: current?.number ?? 1 }),
      } as Record<typeof what, () => Promise<unknown>>)[what]().catch((error: { kind?: string }) => { if (error.kind === undefined) throw error; });
      const after = await showPlan(session, planId);
      expect(after.versions.filter(({ settledAt }) => settledAt === null).length).toBeLessThanOrEqual(1);
      expect(after.plan.currentVersion).toBe(after.versions.find(({ settledAt }) => settledAt !== null)?.number ?? null);
      for (const old of before.filter(({ settledAt }) => settledAt !== null)) expect(after.versions.find(({ number }) => number === old.number)).toMatchObject({ text: old.text, textHash: old.textHash, whole: true, steps: old.steps, goals: old.goals });
      expect(after.agreements.slice(0, earlier.length)).toEqual(earlier);
      for (const { version, textHash } of after.agreements) expect(hashOf(after.versions.find(({ number }) => number === version)!.text!)).toBe(textHash);
    }
  }), { numRuns: 12 });
}, 120_000);
