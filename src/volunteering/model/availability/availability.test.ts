import fc from "fast-check";
import { expect, test } from "vitest";
import { hoursInWords } from "./hours-in-words.ts";
import { commonHours, minuteOf, normaliseHours, overlapMinutes, type Weekday, weeklyMinutes, type WeeklyHours, withoutHours } from "./weekly-hours.ts";
import { readAvailability } from "./read-availability.ts";

test.each([
  ["周日全天", "周日全天"],
  ["均可", "每天全天"],
  ["都可以", "每天全天"],
  ["随时", "每天全天"],
  ["周六上午", "周六上午"],
  ["工作日晚上", "工作日晚上"],
  ["周六、周日", "周末全天"],
  ["周末均可", "周末全天"],
  ["周三下午、周日上午", "周三下午；周日上午"],
  ["周六、周日下午", "周末下午"],
  ["周一至周五晚上", "工作日晚上"],
  ["周一到五下班后", "工作日晚上"],
  ["下班后", "工作日晚上"],
  ["周一、三、五下午", "周一、周三、周五下午"],
  ["星期二和星期四上午", "周二、周四上午"],
  ["礼拜天", "周日全天"],
  ["周六日", "周末全天"],
  ["周末，平时晚上", "工作日晚上；周末全天"],
  ["工作日晚上、周末", "工作日晚上；周末全天"],
  ["晚上（周一至周五）", "工作日晚上"],
  ["上午", "每天上午"],
  ["每天晚上", "每天晚上"],
  ["周六上午、下午", "周六上午、下午"],
  ["周六９：００－１１：３０", "周六09:00–11:30"],
  ["周六 9点到11点半", "周六09:00–11:30"],
  ["周日下午2点-4点", "周日14:00–16:00"],
  ["周日下午两点到四点", "周日14:00–16:00"],
  ["周五18点半以后", "周五晚上"],
  ["周六10点以前", "周六08:00–10:00"],
  ["除周三外均可", "周一、周二、周四至周日全天"],
  ["除了周末都可以", "工作日全天"],
  ["周三下午没空，其他时间都可以", "周一、周二、周四至周日全天；周三08:00–14:00、18:00–21:00"],
  ["周五至周一", "周一、周五至周日全天"],
  ["Sat morning, Sunday all day", "周六上午；周日全天"],
  ["weekday evenings", "工作日晚上"],
])("%s reads as %s, nothing left over", (text, words) => {
  const { hours, unread } = readAvailability(text);
  expect({ words: reorder(hoursInWords(hours, "zh")), unread }).toEqual({ words: reorder(words), unread: [] });
});

test.each([
  ["看情况", "", ["看情况"]],
  ["周六上午，寒暑假", "周六上午", ["寒暑假"]],
  ["隔周周六", "周六全天", ["隔周"]],
  ["2点到4点", "", ["2点到4点"]],
  ["", "", []],
])("of %s only what is sure is read, the rest is handed back", (text, words, unread) => {
  const read = readAvailability(text);
  expect(hoursInWords(read.hours, "zh")).toBe(words);
  expect(read.unread.join("")).toBe(unread.join(""));
});

test("in English the same hours read naturally", () => {
  expect(hoursInWords(readAvailability("周六上午、周日全天").hours, "en")).toBe("Sat morning; Sun all day");
});

const hoursArb: fc.Arbitrary<WeeklyHours[]> = fc.array(fc.record({
  weekday: fc.integer({ min: 1, max: 7 }) as fc.Arbitrary<Weekday>,
  start: fc.integer({ min: 24, max: 94 }), length: fc.integer({ min: 1, max: 40 }),
}).map(({ weekday, start, length }) => ({ weekday, from: quarter(start), to: quarter(Math.min(96, start + length)) })), { maxLength: 8 });

test("what is written in Chinese reads back the same", () => {
  fc.assert(fc.property(hoursArb, (hours) => {
    const words = hoursInWords(hours, "zh");
    expect(readAvailability(words)).toEqual({ hours: normaliseHours(hours), unread: [] });
  }), { numRuns: 1_000 });
});

test("overlap is what counting minute by minute gives, and the same from both sides", () => {
  fc.assert(fc.property(hoursArb, hoursArb, (a, b) => {
    const minutesA = minuteSet(a);
    const shared = [...minuteSet(b)].filter((minute) => minutesA.has(minute)).length;
    expect(overlapMinutes(a, b)).toBe(shared);
    expect(overlapMinutes(b, a)).toBe(shared);
    expect(weeklyMinutes(withoutHours(a, b))).toBe(weeklyMinutes(a) - weeklyMinutes(commonHours(a, b)));
  }), { numRuns: 300 });
});

function quarter(count: number): string {
  return `${String(Math.floor(count / 4)).padStart(2, "0")}:${String((count % 4) * 15).padStart(2, "0")}`;
}

function minuteSet(hours: readonly WeeklyHours[]): Set<string> {
  const minutes = new Set<string>();
  for (const { weekday, from, to } of hours) for (let at = minuteOf(from); at < minuteOf(to); at += 1) minutes.add(`${weekday} ${at}`);
  return minutes;
}

function reorder(words: string): string[] {
  return words.split("；").sort();
}
