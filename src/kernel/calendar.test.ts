import { expect, test } from "vitest";
import fc from "fast-check";
import { addDays, addMonths, ageOn, dayIn, daysBetween, isDay, monthOf } from "./calendar.ts";

test("a day is read in the organisation's time zone, not in UTC", () => {
  expect(dayIn(new Date("2026-11-21T17:30:00Z"), "Asia/Shanghai")).toBe("2026-11-22");
});

test.each([["2024-02-29", true], ["2023-02-29", false], ["2026-13-01", false], ["2026-1-1", false]])("%s is a day: %s", (day, real) => {
  expect(isDay(day)).toBe(real);
});

test("adding days and counting them agree", () => {
  fc.assert(fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
    expect(daysBetween("2000-03-01", addDays("2000-03-01", days))).toBe(days);
  }));
});

test.each([["2000-02-29", "2021-02-28", 20], ["2000-02-29", "2021-03-01", 21], ["1999-06-01", "2021-06-01", 22]])("born %s, on %s: %i", (born, on, age) => {
  expect(ageOn(born, on)).toBe(age);
});

test("a month ends on its own last day", () => {
  expect(monthOf("2024-02-10")).toEqual({ from: "2024-02-01", to: "2024-02-29" });
});

test("months are counted by the calendar, and end where a month is shorter", () => {
  expect([addMonths("2026-01-31", 1), addMonths("2028-01-31", 1), addMonths("2026-05-31", 1), addMonths("2026-08-31", 6), addMonths("2028-02-29", 12), addMonths("2026-11-15", 3), addMonths("2026-12-31", 12), addMonths("2026-03-31", -1)])
    .toEqual(["2026-02-28", "2028-02-29", "2026-06-30", "2027-02-28", "2029-02-28", "2027-02-15", "2027-12-31", "2026-02-28"]);
});
