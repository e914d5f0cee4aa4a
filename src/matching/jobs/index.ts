import { defineJob } from "#platform/jobs/job.ts";
import { SOLVE } from "../service/rounds/request-run.ts";
import { computeRun } from "../service/rounds/compute-run.ts";

/** Matching's long work. */
export const jobs = [
  defineJob<{ roundId: string }>(SOLVE, async ({ id, input, session, report }) => {
    await report({ done: 0, total: 1 });
    const { pairs } = await computeRun(session, { roundId: input.roundId, jobId: id });
    await report({ done: 1, total: 1 });
    return { link: `/matching/${input.roundId}`, pairs };
  }),
];
