import { runInThread, watchWork } from "#platform/jobs/in-thread.ts";
import { defineJob } from "#platform/jobs/job.ts";
import type { Day, DayPlan } from "../model/day/day.ts";
import { computePlan } from "../service/plans/compute-plan.ts";
import { PLAN_DAY } from "../service/plans/request-plan.ts";

/** Named apart: a bundler that meets the two together makes a file for the browser of it. */
const { url: here } = import.meta;
const SOLVER = new URL("../model/day/solve-day.ts", here);

/** Routing's long work: planning a day, in a thread that can be stopped. */
export const jobs = [
  defineJob<{ planId: string }>(PLAN_DAY, async ({ id, input: { planId }, session, report }) => {
    const note = (done: number, total: number) => report({ done: Math.min(done, total), total });
    const solve = (day: Day, seed: number) => watchWork(note, (watch) => runInThread<{ day: Day; seed: number }, DayPlan>(SOLVER, { day, seed }, watch));
    const { made, left } = await computePlan(session, { planId, jobId: id }, solve);
    return { link: `/rounds/${planId}`, made, left };
  }, { repeatable: true }),
];
