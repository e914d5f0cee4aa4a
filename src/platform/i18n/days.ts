import { addDays, dayIn, daysBetween } from "../../kernel/calendar.ts";
import type { Language } from "./language.ts";

/** Where the programme lives; an organisation elsewhere passes its own zone. */
const HOME_ZONE = "Asia/Shanghai";
const WEEKDAYS: Record<Language, readonly string[]> = {
  zh: ["周日", "周一", "周二", "周三", "周四", "周五", "周六"],
  en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
};
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * A day in words: `11月21日 周六`, with the year when it is not the year of `today`.
 * Written out by hand: the server's and the browser's `Intl` differ in small signs, and a page must not change when it wakes.
 */
export function formatDay(day: string, language: Language, today: string): string {
  const [date, weekday] = [formatDayOnly(day, language, today), weekdayName(weekdayOf(day), language)];
  return language === "zh" ? `${date} ${weekday}` : `${weekday} ${date}`;
}

/** A day without its weekday: `11月21日`. */
export function formatDayOnly(day: string, language: Language, today: string): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const other = day.slice(0, 4) !== today.slice(0, 4);
  if (language === "zh") return `${other ? `${year}年` : ""}${month}月${date}日`;
  return `${date} ${MONTHS[month - 1]}${other ? ` ${year}` : ""}`;
}

/** An instant in words: `11月21日 周六 14:30`. */
export function formatInstant(instant: Date | string, language: Language, today: string, timeZone = HOME_ZONE): string {
  const at = new Date(instant);
  return `${formatDay(dayIn(at, timeZone), language, today)} ${formatClock(at, timeZone)}`;
}

/** The time of day of an instant, in 24 hours: `14:30`. */
export function formatClock(instant: Date | string, timeZone = HOME_ZONE): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(instant));
}

/** Near days in a word, others in full: 今天, 明天, 昨天, 11月25日 周三. */
export function formatNearDay(day: string, language: Language, today: string): string {
  const near: Record<string, [string, string]> = {
    [today]: ["今天", "today"],
    [addDays(today, 1)]: ["明天", "tomorrow"],
    [addDays(today, -1)]: ["昨天", "yesterday"],
  };
  return near[day]?.[language === "zh" ? 0 : 1] ?? formatDay(day, language, today);
}

/** Weekday of a day, 1 (Monday) to 7 (Sunday), as in ISO 8601. */
export function weekdayOf(day: string): number {
  const sinceMonday = daysBetween("2000-01-03", day) % 7;
  return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1;
}

/** Name of an ISO weekday, 1–7: 周一, Mon. */
export function weekdayName(weekday: number, language: Language): string {
  return WEEKDAYS[language][weekday % 7] ?? "";
}
