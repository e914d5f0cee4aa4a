import type { Tx } from "../db/connect.ts";
import type { Session } from "../db/session.ts";

/** A job as a person sees it. */
export interface Job {
  readonly id: string;
  readonly kind: string;
  readonly status: JobStatus;
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly doneCount: number;
  /** Null while nobody knows how much there is. */
  readonly totalCount: number | null;
  /** A refusal reason when it failed. */
  readonly failure: string | null;
  readonly input: unknown;
  readonly result: unknown;
}

export type JobStatus = "waiting" | "running" | "cancelling" | "cancelled" | "failed" | "done";

/** Status is computed from what happened, never stored. */
export function jobStatus(job: {
  startedAt: string | null; finishedAt: string | null; cancelRequestedAt: string | null; cancelledAt: string | null; failedAt: string | null;
}): JobStatus {
  if (job.cancelledAt) return "cancelled";
  if (job.failedAt) return "failed";
  if (job.finishedAt) return "done";
  if (job.cancelRequestedAt) return "cancelling";
  return job.startedAt ? "running" : "waiting";
}

/** Thrown by `report` when somebody asked the job to stop; the work between two reports is whole. */
export class JobCancelled extends Error {
  override name = "JobCancelled";
}

/** Thrown where the work stopped without an answer of its own: memory that ran out, a thread that ended. */
export class WorkStopped extends Error {
  override name = "WorkStopped";
}

/** What a job's code is given. */
export interface RunningJob<Input> {
  readonly id: string;
  readonly input: Input;
  /** Of the person who asked, with the rights they have now. */
  readonly session: Session;
  /** Where an earlier run, stopped by a crash, had come to; null at the first run. */
  readonly checkpoint: unknown;
  /**
   * Notes progress; with `checkpoint`, also where to resume. Throws `JobCancelled` when somebody asked to stop.
   * Pass `tx` to make the note in the same transaction as the work it stands for.
   */
  report(progress: { done: number; total?: number; checkpoint?: unknown }, tx?: Tx): Promise<void>;
}

/** One kind of long work. The returned value is kept as the job's result (plain JSON, no personal data). */
export interface JobKind<Input = never> {
  readonly kind: string;
  /** Nothing of it is kept before its end, so whoever asked may have it begun anew after it stopped. */
  readonly repeatable?: boolean;
  run(job: RunningJob<Input>): Promise<unknown>;
}

/** Declares a kind of job, keeping the type of its input. */
export function defineJob<Input>(kind: string, run: (job: RunningJob<Input>) => Promise<unknown>, { repeatable = false } = {}): JobKind<Input> {
  return { kind, run, repeatable };
}
