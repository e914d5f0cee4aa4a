import { lunarOf } from "../../kernel/lunar.ts";
import type { Language } from "./language.ts";
import { lunarWords } from "./lunar-words.ts";

/** The lunar date in words: 农历十月十三. English keeps the Chinese month and day, as they are proper names. */
export function formatLunar(day: string, language: Language): string {
  const { month, leap, day: monthDay } = lunarOf(day);
  const words = `${leap ? "闰" : ""}${lunarWords(month, monthDay)}`;
  return language === "zh" ? `农历${words}` : `lunar ${words}`;
}
