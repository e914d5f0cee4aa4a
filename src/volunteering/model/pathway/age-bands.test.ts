import { expect, test } from "vitest";
import { ageBandOn, bandChanges, STRICTEST_AGE_BANDS, youngestBirthOn } from "./age-bands.ts";

test.each([
  ["2008-11-22", "guardian", false], ["2008-11-21", "own", false], ["2013-01-01", "guardian", true], ["2021-01-01", "forbidden", true],
])("born %s, on 21 November 2026: %s, accompanied %s", (birthOn, rule, accompanied) => {
  expect(ageBandOn(STRICTEST_AGE_BANDS, birthOn, "2026-11-21")).toMatchObject({ rule, accompanied });
});

test("a birth known only by month or year makes the youngest possible person", () => {
  expect([youngestBirthOn("2008"), youngestBirthOn("2008-02"), youngestBirthOn("2008-02-03")]).toEqual(["2008-12-31", "2008-02-29", "2008-02-03"]);
});

test("bands change on birthdays; born on 29 February, on 1 March of other years", () => {
  expect(bandChanges(STRICTEST_AGE_BANDS, "2008-02-29")).toEqual(["2008-02-29", "2014-03-01", "2022-03-01", "2026-03-01"]);
});

test("every band names its source, and what was not read in a national rule is marked unverified", () => {
  expect(STRICTEST_AGE_BANDS.every(({ source }) => source.length > 4)).toBe(true);
  expect(STRICTEST_AGE_BANDS.map(({ verified }) => verified)).toEqual([false, false, true, true]);
});
