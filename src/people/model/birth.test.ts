import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, ageOn } from "#kernel/calendar.ts";
import { birthsOfAges } from "./birth.ts";

test.each([
  [16, 45, "2026-11-22", "1980-11-23", "2010-11-22"], [0, 0, "2026-11-22", "2025-11-23", "2026-11-22"], [18, 18, "2024-02-29", "2005-03-01", "2006-02-28"],
])("ages %i to %i on %s are births from %s to %s", (from, to, on, earliest, latest) => expect(birthsOfAges(from, to, on)).toEqual({ earliest, latest }));

test("an open end has no bound", () => expect(birthsOfAges(undefined, 45, "2026-11-22")).toMatchObject({ latest: null }));

test("the bounds say exactly what the age says, for every day around them", () => {
  const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays("1930-01-01", days));
  fc.assert(fc.property(day, day, fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 30 }), (birthOn, on, from, span) => {
    const { earliest, latest } = birthsOfAges(from, from + span, on);
    const age = ageOn(birthOn, on);
    return (birthOn >= earliest! && birthOn <= latest!) === (age >= from && age <= from + span);
  }), { numRuns: 3000 });
});
