import { Logger, makeWorkerUtils, run } from "graphile-worker";
import type pg from "pg";
import { type Carrier, deliverLetter } from "../outbox/deliver-letter.ts";
import { endStopped, runJob, type JobRunner } from "./run-job.ts";

export interface WorkerOptions extends JobRunner {
  /** The owner's pool: the queue's tables are not the app's. */
  owner: pg.Pool;
  concurrency?: number;
  /** Who takes letters of the outbox outside, by topic. */
  carriers?: ReadonlyMap<string, Carrier>;
  /** Looked after every ten minutes, by one of the processes at work; what it does must bear being done again. */
  regular?: () => Promise<void>;
  /** True when no other process can be at work, so every lock found at the start was left by a crash. */
  alone: boolean;
}

const STALE_AFTER = "45 seconds";
/** A letter has no heartbeat: longer than any mail server is waited for. */
const LETTER_STALE_AFTER = "10 minutes";

/** Takes jobs and letters off the queue until stopped. A crashed worker's are freed once their heartbeat is stale. */
export async function startWorker(options: WorkerOptions): Promise<{ stop(): Promise<void> }> {
  const { owner } = options;
  const silent = new Logger(() => () => {});
  const utils = await makeWorkerUtils({ pgPool: owner, logger: silent });
  const free = async (everything: boolean) => {
    const { rows } = await owner.query<{ locked_by: string }>(
      `select distinct q.locked_by from graphile_worker.jobs q left join jobs.jobs j on j.id::text = q.key
       where q.locked_by is not null and ($1 or coalesce(j.heartbeat_at + interval '${STALE_AFTER}', q.locked_at + interval '${LETTER_STALE_AFTER}') < clock_timestamp())`, [everything]);
    if (rows.length > 0) await utils.forceUnlockWorkers(rows.map((row) => row.locked_by));
    const { rows: lost } = await owner.query<{ payload: { orgId: string; jobId: string } }>(
      `select p.payload from graphile_worker._private_jobs p join graphile_worker._private_tasks t on t.id = p.task_id
       where t.identifier = 'run-job' and p.locked_at is null and p.attempts >= p.max_attempts`);
    for (const { payload } of lost) {
      await endStopped(options, payload);
      await owner.query("delete from graphile_worker._private_jobs where key = $1 and locked_at is null", [payload.jobId]);
    }
  };
  await free(options.alone);
  const sweep = setInterval(() => { free(false).catch(() => {}); }, 30_000);
  const runner = await run({
    pgPool: owner, logger: silent, concurrency: options.concurrency ?? 1, noHandleSignals: true, pollInterval: 2000,
    ...(options.regular && { crontab: "*/10 * * * * regular ?max=3" }),
    taskList: {
      ...(options.regular && { regular: options.regular }),
      "run-job": (payload) => runJob(options, payload as { orgId: string; jobId: string }),
      deliver: (payload) => deliverLetter(owner, options.carriers ?? new Map(), payload as { orgId: string; letterId: string }),
    },
  });
  return {
    async stop() {
      clearInterval(sweep);
      await runner.stop();
      await utils.release();
    },
  };
}
