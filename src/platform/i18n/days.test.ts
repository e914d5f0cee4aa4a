import { expect, test } from "vitest";
import { formatDay, formatDayOnly, formatInstant, formatNearDay, weekdayOf } from "./days.ts";

const TODAY = "2026-11-21";

test.each([
  ["2026-11-21", "zh", "11月21日 周六"],
  ["2026-01-01", "zh", "1月1日 周四"],
  ["2025-11-21", "zh", "2025年11月21日 周五"],
  ["2026-11-21", "en", "Sat 21 Nov"],
  ["1931-02-28", "en", "Sat 28 Feb 1931"],
] as const)("%s in %s is %s", (day, language, words) => {
  expect(formatDay(day, language, TODAY)).toBe(words);
});

test("a day can be written without its weekday", () => {
  expect(formatDayOnly("2026-03-09", "zh", TODAY)).toBe("3月9日");
});

test("an instant is read in the programme's zone", () => {
  expect(formatInstant("2026-11-20T16:05:00Z", "zh", TODAY)).toBe("11月21日 周六 00:05");
  expect(formatInstant("2026-11-20T16:05:00Z", "zh", TODAY, "UTC")).toBe("11月20日 周五 16:05");
});

test("near days have a word", () => {
  expect(["2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23"].map((day) => formatNearDay(day, "zh", TODAY)))
    .toEqual(["昨天", "今天", "明天", "11月23日 周一"]);
});

test("weekdays run from Monday 1 to Sunday 7, before 2000 too", () => {
  expect([weekdayOf("2026-11-23"), weekdayOf("2026-11-22"), weekdayOf("1999-12-31")]).toEqual([1, 7, 5]);
});
