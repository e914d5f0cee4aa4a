import { addDays, daysInMonth } from "#kernel/calendar.ts";
import { tidy } from "./text.ts";

/** A day as far as the text tells it. Of `1997年2月` only `year` and `month` are known: `on` is null. */
export interface ReadDate {
  readonly on: string | null;
  readonly year: number;
  readonly month: number | null;
}

const CHINESE_DIGITS = "〇一二三四五六七八九";
const ENGLISH_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** Excel day counts of 1905-10-01 and 2099-12-31; below, a number is a year, an age or a slip. */
const FIRST_SERIAL = 2_101;
const LAST_SERIAL = 73_050;
const LATEST_YEAR = 2100;

/**
 * Reads a calendar day in any of the ways clerks write it: 1957年9月21日,
 * 1945.5.14, 19540716, 1986-5-10, 一九五七年九月二十一日, 5/14/1945, Excel's day
 * count. Year comes first unless only the other order gives a real day. Null
 * when it is no day.
 */
export function readDate(text: string): ReadDate | null {
  const plain = chineseNumerals(tidy(text).replace(/\s*\d{1,2}:\d{2}(:\d{2})?(\.\d+)?Z?$/, "").replace(/T$/, ""));
  return compact(plain) ?? separated(plain) ?? english(plain) ?? serial(plain);
}

/** The day, or null when the text is no full day. */
export function normaliseDate(text: string): string | null {
  return readDate(text)?.on ?? null;
}

function compact(text: string): ReadDate | null {
  const match = /^(\d{4})(\d{2})(\d{2})?$/.exec(text);
  return match ? whole(match[1], match[2], match[3]) : null;
}

function separated(text: string): ReadDate | null {
  const parts = /^(\d{1,4})\s*[-./\\年·,、\s]\s*(\d{1,2})\s*(?:[-./\\月·,、\s]\s*(\d{1,4})\s*[日号.]?|月)?$/.exec(text);
  if (!parts) return /^\d{4}年$/.test(text) ? whole(text.slice(0, 4), undefined, undefined) : null;
  const [, first = "", second, third] = parts;
  if (first.length === 4) return whole(first, second, third);
  if (third?.length === 4) return whole(third, second, first) ?? whole(third, first, second);
  if (first.length === 2 && third !== undefined) return whole(`${Number(first) > 30 ? "19" : "20"}${first}`, second, third);
  return null;
}

function english(text: string): ReadDate | null {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3})[a-z]*\.?,?[\s-]+(\d{4})$/i.exec(text);
  const monthFirst = /^([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(text);
  const [day, name, year] = dayFirst ? dayFirst.slice(1) : monthFirst ? [monthFirst[2], monthFirst[1], monthFirst[3]] : [];
  const month = ENGLISH_MONTHS.indexOf((name ?? "").toLowerCase()) + 1;
  return month > 0 ? whole(year, String(month), day) : null;
}

function serial(text: string): ReadDate | null {
  const days = /^\d{4,5}(\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0;
  if (text.length === 4 && days >= 1850 && days <= LATEST_YEAR) return whole(text, undefined, undefined);
  if (days < FIRST_SERIAL || days > LAST_SERIAL) return null;
  const on = addDays("1899-12-30", days);
  return { on, year: Number(on.slice(0, 4)), month: Number(on.slice(5, 7)) };
}

function whole(yearText: string | undefined, monthText: string | undefined, dayText: string | undefined): ReadDate | null {
  const year = Number(yearText);
  if (year < 1850 || year > LATEST_YEAR) return null;
  if (monthText === undefined) return { on: null, year, month: null };
  const month = Number(monthText);
  if (month < 1 || month > 12) return null;
  if (dayText === undefined) return { on: null, year, month };
  const on = `${year}-${String(month).padStart(2, "0")}-${dayText.padStart(2, "0")}`;
  return isRealDay(year, month, Number(dayText)) ? { on, year, month } : null;
}

/** True for a day of the calendar. */
export function isRealDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= 28 || day <= daysInMonth(year, month);
}

/** 一九五七年九月二十一日 → 1957年9月21日. */
function chineseNumerals(text: string): string {
  if (!/[〇○零一二三四五六七八九十]/.test(text)) return text;
  return text.replace(/[○零]/g, "〇").replace(/([一二三四五六七八九]?)十([一二三四五六七八九]?)/g, (_, tens: string, ones: string) =>
    String((tens ? CHINESE_DIGITS.indexOf(tens) : 1) * 10 + (ones ? CHINESE_DIGITS.indexOf(ones) : 0)))
    .replace(/[〇一二三四五六七八九]/g, (digit) => String(CHINESE_DIGITS.indexOf(digit)));
}
