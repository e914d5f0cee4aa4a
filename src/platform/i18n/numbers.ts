import type { Language } from "./language.ts";
import { localeOf } from "./language.ts";

/** What is counted. Person-times (人次) and persons (人) are never the same number, so they never share a word. */
export type Unit = "persons" | "personTimes" | "pairs" | "sessions" | "matters" | "days" | "hours" | "rows";

const WORDS: Record<Unit, readonly [zh: string, one: string, many: string]> = {
  persons: ["人", "person", "people"],
  personTimes: ["人次", "person-time", "person-times"],
  pairs: ["对", "pair", "pairs"],
  sessions: ["场", "session", "sessions"],
  matters: ["件", "matter", "matters"],
  days: ["天", "day", "days"],
  hours: ["小时", "hour", "hours"],
  rows: ["行", "row", "rows"],
};

/** A number with its thousands apart: `11,252`. */
export function formatNumber(value: number, language: Language, digits = 0): string {
  return new Intl.NumberFormat(localeOf(language), { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

/** A share of 1 as a percentage: `0.842` → `84%`. */
export function formatShare(share: number, language: Language): string {
  return new Intl.NumberFormat(localeOf(language), { style: "percent", maximumFractionDigits: 0 }).format(share);
}

/** A count with its unit: `214 人次`, `1 person`. */
export function formatCount(value: number, unit: Unit, language: Language): string {
  return `${formatNumber(value, language)} ${unitWord(value, unit, language)}`;
}

/** The unit's word alone, for a number drawn large beside it. */
export function unitWord(value: number, unit: Unit, language: Language): string {
  const [zh, one, many] = WORDS[unit];
  if (language === "zh") return zh;
  return value === 1 ? one : many;
}
