import { SolarDay } from "tyme4ts";
import { addDays } from "./calendar.ts";

/** A day of the Chinese lunisolar calendar (农历). */
export interface LunarDay {
  /** Stem and branch of the year, e.g. 丙午. */
  readonly yearName: string;
  /** The western year in which the lunar year begins. */
  readonly year: number;
  /** 1 to 12; of a leap month the one it doubles. */
  readonly month: number;
  /** Whether it stands in a leap month (闰月). */
  readonly leap: boolean;
  /** Day of the month, 1–30. */
  readonly day: number;
}

/**
 * The lunar date of a day written `YYYY-MM-DD`. By a library: the calendar the runtime brings (ICU) puts the New Years of 2027 and 2030 a day off,
 * where the new moon falls within minutes of midnight.
 */
export function lunarOf(day: string): LunarDay {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const lunar = SolarDay.fromYmd(year, month, date).getLunarDay();
  return { yearName: lunar.getYearSixtyCycle().getName(), year: lunar.getYear(), month: Math.abs(lunar.getMonth()), leap: lunar.getMonth() < 0, day: lunar.getDay() };
}

/**
 * The lunar birthdays kept on a day, as month and day. A leap month does not repeat a birthday, and a thirtieth in a month of 29 days is kept on its
 * last. Both are custom, not law, and differ from family to family: 未核实.
 */
export function lunarBirthdaysOn(on: string): readonly { readonly month: number; readonly day: number }[] {
  const { month, leap, day } = lunarOf(on);
  if (leap) return [];
  const last = day === 29 && lunarOf(addDays(on, 1)).day === 1;
  return [{ month, day }, ...(last ? [{ month, day: 30 }] : [])];
}
