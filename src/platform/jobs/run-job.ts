import { sql } from "kysely";
import { isRefusal } from "../../kernel/refusal.ts";
import type { Tx } from "../db/connect.ts";
import type { Session } from "../db/session.ts";
import type { DB } from "../db/tables.generated.ts";
import { JobCancelled, WorkStopped, type JobKind } from "./job.ts";

export interface JobRunner {
  kinds: ReadonlyMap<string, JobKind>;
  /** Opens a session for the person who asked, with the rights they have now; null when they lost them all. */
  sessionFor(orgId: string, accountId: string): Promise<Session | null>;
  /** A session of the organisation itself, for the job's own bookkeeping. */
  systemSession(orgId: string): Session;
  reportBug(error: unknown, jobId: string): void;
}

const HEARTBEAT_MS = 10_000;

/** Runs one job to its end, its cancellation or its failure. A crash leaves it to be run again from its checkpoint. */
export async function runJob(runner: JobRunner, { orgId, jobId }: { orgId: string; jobId: string }): Promise<void> {
  const system = runner.systemSession(orgId);
  const update = (set: Record<string, unknown>, tx?: Tx) => {
    const go = (open: Tx) => open.withTables<DB>().updateTable("jobs.jobs").set(set).where("orgId", "=", orgId as never).where("id", "=", jobId)
      .returning(["cancelRequestedAt"]).executeTakeFirst();
    return tx ? go(tx) : system.write("jobs.note", null, go);
  };
  const instant = sql<string>`clock_timestamp()`;
  const job = await system.write("jobs.begin", null, (tx) => tx.withTables<DB>().updateTable("jobs.jobs")
    .set({ startedAt: sql<string>`coalesce(started_at, clock_timestamp())`, heartbeatAt: instant })
    .where("orgId", "=", orgId).where("id", "=", jobId).where("finishedAt", "is", null).returningAll().executeTakeFirst());
  if (!job) return; // ended already: a second delivery changes nothing
  if (job.cancelRequestedAt) { await update({ cancelledAt: instant, finishedAt: instant }); return; }

  const heartbeat = setInterval(() => { update({ heartbeatAt: instant }).catch(() => {}); }, HEARTBEAT_MS);
  try {
    const kind = runner.kinds.get(job.kind);
    const session = kind && await runner.sessionFor(orgId, job.requestedBy);
    if (!kind || !session) { await update({ failedAt: instant, finishedAt: instant, failure: kind ? "access.not_allowed" : "jobs.unknown_kind" }); return; }
    const result = await kind.run({
      id: jobId, input: job.input as never, session, checkpoint: job.checkpoint,
      async report({ done, total, checkpoint }, tx) {
        const noted = await update({
          doneCount: done, heartbeatAt: instant,
          ...(total !== undefined && { totalCount: total }), ...(checkpoint !== undefined && { checkpoint: JSON.stringify(checkpoint) }),
        }, tx);
        if (noted?.cancelRequestedAt) throw new JobCancelled();
      },
    });
    await update({ finishedAt: instant, result: JSON.stringify(result ?? null) });
  } catch (error) {
    const again = mayRepeat(runner, job.kind);
    if (error instanceof JobCancelled) { await update({ cancelledAt: instant, finishedAt: instant, ...again }); return; }
    if (!isRefusal(error)) runner.reportBug(error, jobId);
    await update({ failedAt: instant, finishedAt: instant, failure: isRefusal(error) ? error.reason : error instanceof WorkStopped ? "jobs.stopped" : "platform.unexpected", ...again });
  } finally {
    clearInterval(heartbeat);
  }
}

/** Ends a job that was taken up as often as it may be and ended in a crash every time: it says so instead of seeming to run for ever. */
export async function endStopped(runner: JobRunner, { orgId, jobId }: { orgId: string; jobId: string }): Promise<void> {
  await runner.systemSession(orgId).write("jobs.end_stopped", jobId, async (tx) => {
    const table = tx.withTables<DB>();
    const job = await table.selectFrom("jobs.jobs").select("kind").where("orgId", "=", orgId).where("id", "=", jobId).where("finishedAt", "is", null).forUpdate().executeTakeFirst();
    if (!job) return;
    const at = sql<string>`clock_timestamp()`;
    await table.updateTable("jobs.jobs").set({ failedAt: at, finishedAt: at, failure: "jobs.stopped", ...mayRepeat(runner, job.kind) }).where("orgId", "=", orgId).where("id", "=", jobId).execute();
  });
}

function mayRepeat({ kinds }: JobRunner, kind: string): { result?: string } {
  return kinds.get(kind)?.repeatable ? { result: JSON.stringify({ again: true }) } : {};
}
