import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../../kernel/calendar.ts";
import { SILENCE_RULE, silenceStep } from "./silence-rule.ts";
import { decideLogVisit, silenceOf } from "./visit.ts";

const pair = { helperId: "h", beganOn: "2026-10-01", endedOn: null };
const friend = { personId: "h", staff: false };
const staff = { personId: null, staff: true };

test.each([
  ["today", pair, friend, "2026-11-22", true],
  ["another's pair", pair, { personId: "x", staff: false }, "2026-11-22", "not_your_pair"],
  ["a worker for a friend", pair, staff, "2026-11-20", true],
  ["tomorrow", pair, friend, "2026-11-23", "in_future"],
  ["long ago", { ...pair, beganOn: "2026-01-01" }, friend, "2026-09-22", "too_late"],
  ["before they were friends", pair, friend, "2026-09-30", "before_pair"],
  ["a pair not begun", { ...pair, beganOn: null }, friend, "2026-11-22", "not_running"],
  ["after the end", { ...pair, endedOn: "2026-11-10" }, friend, "2026-11-11", "not_running"],
  ["late, but before the end", { ...pair, endedOn: "2026-11-10" }, friend, "2026-11-09", true],
])("a meeting of %s", (_case, given, by, on, answer) => {
  expect(decideLogVisit(given, by, on, "2026-11-22")).toEqual(answer === true ? { allowed: true } : { allowed: false, reason: answer });
});

test("a pair that meets weekly is silent from the eighth day on", () => {
  const weekly = { beganOn: "2026-10-01", rhythmDays: 7 };
  expect(silenceOf(weekly, "2026-11-15", "2026-11-22")).toEqual({ dueOn: "2026-11-22", quietDays: 7, silent: false });
  expect(silenceOf(weekly, "2026-11-14", "2026-11-22")).toEqual({ dueOn: "2026-11-21", quietDays: 8, silent: true });
  expect(silenceOf(weekly, null, "2026-10-09")).toMatchObject({ silent: true });
});

test("what a rule lets go by is let go by, and what to do follows from how long it is and whether they ever met", () => {
  const rule = { ...SILENCE_RULE, graceDays: 3 };
  expect([10, 11].map((days) => silenceOf({ beganOn: "2026-01-01", rhythmDays: 7 }, null, addDays("2026-01-01", days), rule).silent)).toEqual([false, true]);
  const step = (quietDays: number, lastMetOn: string | null = "2026-01-01") => silenceStep({ lastMetOn, quietDays, rhythmDays: 7 });
  expect([step(8), step(14), step(15), step(15, null)]).toEqual(["ask", "ask", "talk", "first_meeting"]);
});

test("silence begins exactly one day after the rhythm, whatever it is", () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 0, max: 200 }), (rhythmDays, days) => {
    expect(silenceOf({ beganOn: "2026-01-01", rhythmDays }, null, addDays("2026-01-01", days)).silent).toBe(days > rhythmDays);
  }));
});
