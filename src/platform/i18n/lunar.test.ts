import { expect, test } from "vitest";
import { formatLunar, isLunarBirthday, lunarOf } from "./lunar.ts";

test.each([
  ["2026-02-17", "农历正月初一"],
  ["2026-11-21", "农历十月十三"],
  ["2025-07-26", "农历闰六月初二"],
  ["2026-02-16", "农历腊月廿九"],
  ["2026-01-08", "农历十一月二十"],
])("%s is %s", (day, words) => {
  expect(formatLunar(day, "zh")).toBe(words);
});

test("the year has its stem and branch", () => {
  expect(lunarOf("2026-11-21").yearName).toBe("丙午");
});

test("a lunar birthday moves through the ordinary year, and a leap month does not repeat it", () => {
  expect(isLunarBirthday("1999-02-16", "2026-02-17")).toBe(true);
  expect(isLunarBirthday("1999-02-16", "2026-02-16")).toBe(false);
  expect(isLunarBirthday("1979-07-25", "2025-07-26")).toBe(false);
});
