import { expect, test } from "vitest";
import { birthdayKeys, yearsOn } from "./birthdays.ts";

test("each day has its own keys; 29 February is kept on 1 March where there is none", () => {
  expect(birthdayKeys("2026-02-28", "2026-03-01").map(({ solar }) => solar)).toEqual([["02-28"], ["03-01", "02-29"]]);
  expect(birthdayKeys("2028-02-29", "2028-03-01").map(({ solar }) => solar)).toEqual([["02-29"], ["03-01"]]);
  expect(birthdayKeys("2026-09-25", "2026-09-25")[0]!.lunar).toEqual([[8, 15]]);
});

test.each([
  ["1946-09-10", "2026-09-25", "lunar", 80, true], ["1946-09-10", "2026-09-10", "solar", 80, true], ["1959-11-22", "2026-11-22", "solar", 67, false],
  // Born in the twelfth month of the lunar year before: counted by lunar years.
  ["1950-02-10", "2027-01-31", "lunar", 77, true],
] as const)("born %s, on %s by the %s calendar: %i", (birthOn, on, calendar, years, round) => {
  expect(yearsOn(birthOn, on, calendar)).toEqual({ years, round });
});
