import fc from "fast-check";
import { expect, test } from "vitest";
import { dayIn } from "#kernel/calendar.ts";
import { instantOf, minuteOf, timeOf } from "./times.ts";

test("half past two in Shanghai is half past six in UTC, in summer and winter", () => {
  expect(instantOf("2026-11-22", minuteOf("14:30")).toISOString()).toBe("2026-11-22T06:30:00.000Z");
  expect(instantOf("2026-07-01", 0).toISOString()).toBe("2026-06-30T16:00:00.000Z");
});

test("a zone with summer time keeps the clock's hour", () => {
  expect(instantOf("2026-07-01", 600, "Europe/Berlin").toISOString()).toBe("2026-07-01T08:00:00.000Z");
  expect(instantOf("2026-12-01", 600, "Europe/Berlin").toISOString()).toBe("2026-12-01T09:00:00.000Z");
});

test("any time of any day stands on that day, and its words read back", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 1439 }), (days, minute) => {
    const day = new Date(Date.UTC(2000, 0, 1 + days)).toISOString().slice(0, 10);
    expect(dayIn(instantOf(day, minute), "Asia/Shanghai")).toBe(day);
    expect(minuteOf(timeOf(minute))).toBe(minute);
  }), { numRuns: 200 });
});
