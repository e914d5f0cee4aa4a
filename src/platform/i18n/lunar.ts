import type { Language } from "./language.ts";

/** A day of the Chinese lunisolar calendar (农历). */
export interface LunarDay {
  /** Stem and branch of the year, e.g. 丙午. */
  readonly yearName: string;
  /** Month in words, e.g. 十月, 腊月; a leap month begins with 闰. */
  readonly month: string;
  /** Day of the month, 1–30. */
  readonly day: number;
}

const DIGITS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
const reader = new Intl.DateTimeFormat("zh-CN-u-ca-chinese", { timeZone: "UTC", year: "numeric", month: "long", day: "numeric" });

/** The lunar date of a day written `YYYY-MM-DD`. Source: the Chinese calendar of Unicode CLDR. */
export function lunarOf(day: string): LunarDay {
  const parts = reader.formatToParts(new Date(`${day}T00:00:00Z`));
  const read = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  return { yearName: read("yearName"), month: read("month"), day: Number(read("day")) };
}

/** The lunar date in words: 农历十月十三. English keeps the Chinese month and day, as they are proper names. */
export function formatLunar(day: string, language: Language): string {
  const lunar = lunarOf(day);
  const words = `${lunar.month}${lunarDayName(lunar.day)}`;
  return language === "zh" ? `农历${words}` : `lunar ${words}`;
}

/** True when a day is the lunar birthday of someone born on `birthOn`. A birth in a leap month is kept in the month it doubles. */
export function isLunarBirthday(birthOn: string, day: string): boolean {
  const [birth, now] = [lunarOf(birthOn), lunarOf(day)];
  return !now.month.startsWith("闰") && birth.month.replace("闰", "") === now.month && birth.day === now.day;
}

/** 初一 … 三十. */
function lunarDayName(day: number): string {
  if (day <= 10) return `初${DIGITS[day]}`;
  if (day === 20) return "二十";
  if (day === 30) return "三十";
  return `${day < 20 ? "十" : "廿"}${DIGITS[day % 10]}`;
}
