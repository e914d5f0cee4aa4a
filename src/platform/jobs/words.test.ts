import { expect, test } from "vitest";
import { remainingMinutes } from "./words.ts";

const now = new Date("2026-11-22T02:10:00Z");
const running = { status: "running", startedAt: "2026-11-22T02:00:00Z", doneCount: 250, totalCount: 1000 } as const;

test("the estimate follows the pace so far", () => {
  expect(remainingMinutes(running, now)).toBe(30);
});

test("nobody guesses before the first step, without a total, or after the end", () => {
  expect(remainingMinutes({ ...running, doneCount: 0 }, now)).toBeNull();
  expect(remainingMinutes({ ...running, totalCount: null }, now)).toBeNull();
  expect(remainingMinutes({ ...running, status: "done" }, now)).toBeNull();
});
