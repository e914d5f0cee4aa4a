import { expect, test } from "vitest";
import { jobStatus } from "./job.ts";

const none = { startedAt: null, finishedAt: null, cancelRequestedAt: null, cancelledAt: null, failedAt: null };
const at = "2026-11-22T08:00:00Z";

test.each([
  [{}, "waiting"],
  [{ startedAt: at }, "running"],
  [{ startedAt: at, cancelRequestedAt: at }, "cancelling"],
  [{ startedAt: at, cancelRequestedAt: at, cancelledAt: at, finishedAt: at }, "cancelled"],
  [{ startedAt: at, failedAt: at, finishedAt: at }, "failed"],
  [{ startedAt: at, finishedAt: at }, "done"],
  [{ startedAt: at, cancelRequestedAt: at, finishedAt: at }, "done"],
])("%o is %s", (facts, status) => {
  expect(jobStatus({ ...none, ...facts })).toBe(status);
});
