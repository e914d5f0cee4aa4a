import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "#kernel/calendar.ts";
import { dueWeek, loadOf, weekOf } from "./digest.ts";

test.each([["2026-11-16", "2026-11-16"], ["2026-11-22", "2026-11-16"], ["2026-11-23", "2026-11-23"], ["2026-01-01", "2025-12-29"]])("the week of %s begins on %s", (day, monday) => expect(weekOf(day)).toBe(monday));

test.each([
  [{ weekday: 1, hour: 8 }, "2026-11-23", 7, null], [{ weekday: 1, hour: 8 }, "2026-11-23", 8, "2026-11-23"], [{ weekday: 1, hour: 8 }, "2026-11-29", 23, "2026-11-23"],
  [{ weekday: 5, hour: 17 }, "2026-11-23", 23, null], [{ weekday: 5, hour: 17 }, "2026-11-27", 17, "2026-11-23"], [{ weekday: 7, hour: 0 }, "2026-11-29", 0, "2026-11-23"],
])("%o on %s at %i o'clock: %s", (rule, day, hour, week) => expect(dueWeek(rule, day, hour)).toBe(week));

test("looked at every hour for weeks, each week falls due once and stays due until the next begins", () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 400 }), (weekday, hour, from) => {
    const found: (string | null)[] = [];
    for (let at = 0; at < 21 * 24; at++) found.push(dueWeek({ weekday, hour }, addDays("2026-01-05", from - (from % 7) + Math.floor(at / 24)), at % 24));
    const weeks = found.filter((week) => week !== null);
    expect(new Set(weeks).size).toBe(3);
    expect(weeks).toEqual(weeks.toSorted());
  }));
});

const aCase = (workerId: string, reviewOn: string | null = null) => ({ workerId, reviewOn });

test("load: the most open cases first, with those past their review", () => {
  expect(loadOf([aCase("li", "2026-11-21"), aCase("li", "2026-11-22"), aCase("wang"), aCase("li")], "2026-11-22")).toEqual([{ accountId: "li", open: 3, overdue: 1 }, { accountId: "wang", open: 1, overdue: 0 }]);
});
