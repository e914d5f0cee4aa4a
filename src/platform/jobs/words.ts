import type { zh } from "../messages/zh.ts";
import type { Tone } from "../ui/show/tone.ts";
import type { Job, JobStatus } from "./job.ts";

/** The colour of a state; the word always stands beside it. */
export const TONES: Readonly<Record<JobStatus, Tone>> = { waiting: "calm", running: "calm", cancelling: "due", cancelled: "plain", failed: "late", done: "ok" };

/** The name of a kind of work in words; the key itself where a slice named none. */
export const kindName = (kind: string, t: typeof zh): string => t.jobs.kinds[kind] ?? kind;

/** Minutes still to go, from the pace so far; null while nobody can tell. */
export function remainingMinutes(job: Pick<Job, "status" | "startedAt" | "doneCount" | "totalCount">, now: Date): number | null {
  if (job.status !== "running" || !job.startedAt || !job.totalCount || job.doneCount === 0) return null;
  const spentMs = now.getTime() - Date.parse(job.startedAt);
  return Math.floor((spentMs * (job.totalCount - job.doneCount)) / job.doneCount / 60_000);
}

/** True once nothing will happen any more. */
export const hasEnded = (status: JobStatus): boolean => status === "done" || status === "failed" || status === "cancelled";
