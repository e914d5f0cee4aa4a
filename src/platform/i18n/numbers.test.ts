import { expect, test } from "vitest";
import { formatCount, formatNumber, formatShare } from "./numbers.ts";

test("thousands stand apart", () => {
  expect([formatNumber(11252, "zh"), formatNumber(1.345, "en", 1)]).toEqual(["11,252", "1.3"]);
});

test("persons and person-times keep their own words", () => {
  expect([formatCount(214, "personTimes", "zh"), formatCount(63, "persons", "zh")]).toEqual(["214 人次", "63 人"]);
  expect([formatCount(1, "persons", "en"), formatCount(2, "persons", "en")]).toEqual(["1 person", "2 people"]);
});

test("a share is a percentage without fractions", () => {
  expect(formatShare(0.842, "zh")).toBe("84%");
});
