import { runInThread, watchWork } from "#platform/jobs/in-thread.ts";
import { defineJob } from "#platform/jobs/job.ts";
import type { Day, DayPlan } from "../model/day/day.ts";
import type { Stay } from "../model/day/day-problem.ts";
import { TRY_CHANGE } from "../service/changes/request-change.ts";
import { workOutTrial } from "../service/changes/work-out-trial.ts";
import { computePlan } from "../service/plans/compute-plan.ts";
import { PLAN_DAY } from "../service/plans/request-plan.ts";

/** Named apart: a bundler that meets the two together makes a file for the browser of it. */
const { url: here } = import.meta;
const SOLVER = new URL("../model/day/solve-day.ts", here);

interface Work { readonly day: Day; readonly stay?: Stay; readonly seed: number }
type Report = (progress: { done: number; total: number }) => Promise<void>;

const inThread = (report: Report, input: Work): Promise<DayPlan> =>
  watchWork((done, total) => report({ done: Math.min(done, total), total }), (watch) => runInThread<Work, DayPlan>(SOLVER, input, watch));

/** Routing's long work, in a thread that can be stopped: planning a day, and what a change of it would do. */
export const jobs = [
  defineJob<{ planId: string }>(PLAN_DAY, async ({ id, input: { planId }, session, report }) => {
    const { made, left } = await computePlan(session, { planId, jobId: id }, (day, seed) => inThread(report, { day, seed }));
    return { link: `/rounds/${planId}`, made, left };
  }, { repeatable: true }),
  defineJob<{ planId: string; trialId: string }>(TRY_CHANGE, async ({ input: { planId, trialId }, session, report }) => {
    const { left } = await workOutTrial(session, { planId, trialId }, (day, stay, seed) => inThread(report, { day, stay, seed }));
    return { link: `/rounds/${planId}/changes/${trialId}`, left };
  }, { repeatable: true }),
];
