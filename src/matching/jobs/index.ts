import { defineJob } from "#platform/jobs/job.ts";
import type { Trial } from "../model/changes/trial.ts";
import { SOLVE } from "../service/rounds/request-run.ts";
import { computeRun } from "../service/rounds/compute-run.ts";

/** Matching's long work. */
export const jobs = [
  defineJob<{ roundId: string; trial?: Trial | null; compare?: boolean }>(SOLVE, async ({ id, input: { roundId, trial, compare }, session, report }) => {
    await report({ done: 0, total: 100 });
    const { number, pairs, adopted } = await computeRun(session, { roundId, jobId: id, trial, compare }, (done, total) => report({ done, total }));
    await report({ done: 100, total: 100 });
    return { link: adopted ? `/matching/${roundId}` : `/matching/${roundId}/changes/${number}`, pairs };
  }, { repeatable: true }),
];
