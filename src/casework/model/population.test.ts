import { expect, test } from "vitest";
import { populationOf } from "./population.ts";

test.each([
  [15, true, "child"], [16, true, "disabled_youth"], [45, true, "disabled_youth"], [46, true, "disabled_adult"], [60, true, "elder"],
  [17, false, "child"], [18, false, "resident"], [59, false, "resident"], [60, false, "elder"], [null, true, "disabled_adult"], [null, false, "resident"],
] as const)("aged %s, disabled %s: %s", (ageYears, disabled, population) => {
  expect(populationOf({ ageYears, disabled })).toBe(population);
});
