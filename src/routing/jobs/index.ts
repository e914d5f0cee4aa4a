import { defineJob } from "#platform/jobs/job.ts";
import type { Day, DayPlan } from "../model/day/day.ts";
import { computePlan } from "../service/plans/compute-plan.ts";
import { PLAN_DAY } from "../service/plans/request-plan.ts";
import { runInThread } from "./in-thread.ts";

/** Named apart: a bundler that meets the two together makes a file for the browser of it. */
const { url: here } = import.meta;
const solver = () => new URL("../model/day/solve-day.ts", here);
/** How often progress is noted and a cancel is looked for. */
const LOOK_MS = 400;

/** Routing's long work: planning a day, in a thread that can be stopped. */
export const jobs = [
  defineJob<{ planId: string }>(PLAN_DAY, async ({ id, input: { planId }, session, report }) => {
    const stop = new AbortController();
    let latest = { done: 0, total: 1 };
    let noting = report(latest).catch((error: unknown) => stop.abort(error));
    const timer = setInterval(() => { noting = noting.then(() => report(latest)).catch((error: unknown) => stop.abort(error)); }, LOOK_MS);
    const solve = (day: Day, seed: number) => runInThread<{ day: Day; seed: number }, DayPlan>(solver(), { day, seed }, { signal: stop.signal, onProgress: (done, total) => { latest = { done: Math.min(done, total), total }; } });
    try {
      const { made, left } = await computePlan(session, { planId, jobId: id }, solve);
      await noting;
      await report({ done: latest.total, total: latest.total });
      return { link: `/rounds/${planId}`, made, left };
    } finally {
      clearInterval(timer);
    }
  }),
];
