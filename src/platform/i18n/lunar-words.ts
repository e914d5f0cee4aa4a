const MONTHS = ["正月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "腊月"];
const DIGITS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/** A lunar month by its number, 1 to 12. */
export const lunarMonthName = (month: number): string => MONTHS[month - 1]!;

/** 初一 … 三十. */
export function lunarDayName(day: number): string {
  if (day <= 10) return `初${DIGITS[day]}`;
  if (day === 20) return "二十";
  if (day === 30) return "三十";
  return `${day < 20 ? "十" : "廿"}${DIGITS[day % 10]}`;
}

/** Month and day in words: 八月十五. */
export const lunarWords = (month: number, day: number): string => `${lunarMonthName(month)}${lunarDayName(day)}`;
