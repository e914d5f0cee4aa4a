import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daysBetween } from "#kernel/calendar.ts";
import { daysOf, repetitionOf, ruleOf } from "./recurrence.ts";

test("Mondays and Thursdays until the end of September, the last day included", () => {
  const rule = ruleOf("2026-09-07", { repeats: "weekly", weekdays: [4, 1], untilOn: "2026-10-01" });
  expect(rule).toBe("FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20261001");
  expect(daysOf("2026-09-07", rule)).toEqual(["2026-09-07", "2026-09-10", "2026-09-14", "2026-09-17", "2026-09-21", "2026-09-24", "2026-09-28", "2026-10-01"]);
});

test("every other week, the second Tuesday of the month, the last Friday, a single day", () => {
  expect(daysOf("2026-11-04", ruleOf("2026-11-04", { repeats: "fortnightly", weekdays: [], untilOn: "2026-12-31" }))).toEqual(["2026-11-04", "2026-11-18", "2026-12-02", "2026-12-16", "2026-12-30"]);
  expect(daysOf("2026-09-08", ruleOf("2026-09-08", { repeats: "monthly", weekdays: [], untilOn: "2026-12-31" }))).toEqual(["2026-09-08", "2026-10-13", "2026-11-10", "2026-12-08"]);
  expect(daysOf("2026-01-01", "FREQ=MONTHLY;BYDAY=-1FR;COUNT=3")).toEqual(["2026-01-30", "2026-02-27", "2026-03-27"]);
  expect(daysOf("2026-11-22", "")).toEqual(["2026-11-22"]);
});

test("the last day of the year stays in its year, and 29 February comes every four years", () => {
  expect(daysOf("2026-12-31", "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3")).toEqual(["2026-12-31", "2027-01-31", "2027-02-28"]);
  expect(daysOf("2024-02-29", "FREQ=YEARLY;COUNT=3")).toEqual(["2024-02-29", "2028-02-29", "2032-02-29"]);
});

test.each([
  ["FREQ=WEEKLY", "rule_without_end"], ["FREQ=HOURLY;COUNT=3", "rule_unreadable"], ["every Monday", "rule_unreadable"], ["FREQ=DAILY;COUNT=900", "rule_too_long"],
  ["FREQ=WEEKLY;BYDAY=XX;COUNT=3", "rule_unreadable"], ["FREQ=DAILY;UNTIL=20250101", "rule_gives_no_day"], ["FREQ=DAILY;COUNT=3;BYHOUR=9", "rule_unreadable"],
])("the rule %s is refused in words", (rule, reason) => {
  expect(() => daysOf("2026-01-05", rule)).toThrow(`activities.${reason}`);
});

test("weekly rules are exactly the wanted weekdays between two days, and the form reads its rule back", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 300 }), fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), (from, span, weekdays) => {
    const startsOn = addDays("2024-01-01", from);
    const untilOn = addDays(startsOn, span);
    const rule = ruleOf(startsOn, { repeats: "weekly", weekdays, untilOn });
    const wanted = Array.from({ length: span + 1 }, (_, index) => addDays(startsOn, index)).filter((day) => weekdays.includes((daysBetween("2024-01-01", day) % 7) + 1));
    if (wanted.length > 0) expect(daysOf(startsOn, rule)).toEqual(wanted);
    expect(repetitionOf(rule)).toEqual({ repeats: "weekly", weekdays: [...weekdays].sort(), untilOn });
  }), { numRuns: 60 });
});
