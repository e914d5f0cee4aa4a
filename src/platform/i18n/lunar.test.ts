import { expect, test } from "vitest";
import { addDays } from "../../kernel/calendar.ts";
import { lunarBirthdaysOn, lunarOf } from "../../kernel/lunar.ts";
import { formatLunar } from "./lunar.ts";
import { lunarWords } from "./lunar-words.ts";

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

/** New Year's days (春节). Source: tables of the Hong Kong Observatory, 1901–2100. */
test.each([
  "1901-02-19", "1912-02-18", "1924-02-05", "1937-02-11", "1945-02-13", "1949-01-29", "1950-02-17", "1966-01-21", "1978-02-07", "1985-02-20", "1990-01-27", "2000-02-05", "2008-02-07", "2012-01-23", "2020-01-25", "2023-01-22", "2024-02-10", "2025-01-29",
  "2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-03", "2033-01-31", "2034-02-19", "2050-01-23", "2099-01-21",
])("%s begins a lunar year", (day) => {
  expect(lunarOf(day)).toMatchObject({ month: 1, leap: false, day: 1, year: Number(day.slice(0, 4)) });
});

test.each([["2020-05-23", 4], ["2023-03-22", 2], ["2025-07-25", 6], ["2028-06-23", 5], ["2033-12-22", 11]])("%s begins a leap month", (day, month) => {
  expect(lunarOf(day)).toMatchObject({ month, leap: true, day: 1 });
});

test("a lunar birthday moves through the ordinary year; a leap month does not repeat it; a thirtieth is kept on the last of a short month", () => {
  expect(lunarBirthdaysOn("2026-02-17")).toEqual([{ month: 1, day: 1 }]);
  expect(lunarBirthdaysOn("2025-07-26")).toEqual([]);
  expect(lunarBirthdaysOn("2026-02-16")).toEqual([{ month: 12, day: 29 }, { month: 12, day: 30 }]);
  expect(lunarWords(8, 15)).toBe("八月十五");
});

test("from 1901 to 2100 each month and day comes once a lunar year", () => {
  for (const from of [1901, 1949, 2033, 2099]) {
    const seen = new Map<string, number>();
    for (let day = `${from}-01-01`, year = 0; (year = lunarOf(day).year) <= from; day = addDays(day, 1)) if (year === from) for (const one of lunarBirthdaysOn(day)) seen.set(`${one.month}.${one.day}`, (seen.get(`${one.month}.${one.day}`) ?? 0) + 1);
    expect([seen.size, new Set(seen.values())]).toEqual([360, new Set([1])]);
  }
});
