import { DAY_PARTS, type DayPart, type DayParts, normaliseHours, type Weekday, type WeeklyHours } from "./weekly-hours.ts";

interface Vocabulary {
  readonly days: readonly string[];
  readonly everyDay: string;
  readonly weekdays: string;
  readonly weekend: string;
  readonly through: string;
  readonly and: string;
  readonly between: string;
  readonly next: string;
  readonly parts: Readonly<Record<DayPart, string>>;
}

const ZH: Vocabulary = {
  days: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
  everyDay: "每天", weekdays: "工作日", weekend: "周末", through: "至", and: "、", between: "", next: "；",
  parts: { morning: "上午", noon: "中午", afternoon: "下午", evening: "晚上", daytime: "白天", all_day: "全天" },
};

const EN: Vocabulary = {
  days: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  everyDay: "every day", weekdays: "weekdays", weekend: "weekends", through: "–", and: ", ", between: " ", next: "; ",
  parts: { morning: "morning", noon: "midday", afternoon: "afternoon", evening: "evening", daytime: "daytime", all_day: "all day" },
};

/** Weekly hours in words, e.g. 周六上午；周日全天. What it writes in Chinese, `readAvailability` reads back. */
export function hoursInWords(hours: readonly WeeklyHours[], language: "zh" | "en", parts: DayParts = DAY_PARTS): string {
  const words = language === "zh" ? ZH : EN;
  const groups = new Map<string, Weekday[]>();
  for (const [weekday, ranges] of byWeekday(hours)) {
    const text = ranges.map((range) => rangeInWords(range, words, parts)).join(words.and);
    groups.set(text, [...(groups.get(text) ?? []), weekday]);
  }
  return [...groups].map(([text, days]) => `${daysInWords(days, words)}${words.between}${text}`).join(words.next);
}

function byWeekday(hours: readonly WeeklyHours[]): Map<Weekday, WeeklyHours[]> {
  const days = new Map<Weekday, WeeklyHours[]>();
  for (const range of normaliseHours(hours)) days.set(range.weekday, [...(days.get(range.weekday) ?? []), range]);
  return days;
}

function rangeInWords({ from, to }: WeeklyHours, words: Vocabulary, parts: DayParts): string {
  const named = (Object.keys(parts) as DayPart[]).find((part) => parts[part].from === from && parts[part].to === to);
  return named ? words.parts[named] : `${from}–${to}`;
}

function daysInWords(days: readonly Weekday[], words: Vocabulary): string {
  const key = days.join("");
  if (key === "1234567") return words.everyDay;
  if (key === "12345") return words.weekdays;
  if (key === "67") return words.weekend;
  return runs(days)
    .flatMap((run) => (run.length > 2 ? `${name(run[0]!, words)}${words.through}${name(run.at(-1)!, words)}` : run.map((day) => name(day, words))))
    .join(words.and);
}

function runs(days: readonly Weekday[]): Weekday[][] {
  const found: Weekday[][] = [];
  for (const day of days) {
    const last = found.at(-1);
    if (last && last.at(-1)! + 1 === day) last.push(day);
    else found.push([day]);
  }
  return found;
}

function name(day: Weekday, words: Vocabulary): string {
  return words.days[day - 1]!;
}
