import { z } from "zod";
import { addDays } from "#kernel/calendar.ts";
import { lunarBirthdaysOn, lunarOf } from "#kernel/lunar.ts";

/** How old is celebrated more than other years (整寿). Custom, which differs by place: 未核实. */
const ROUND_YEARS: ReadonlySet<number> = new Set([60, 66, 70, 77, 80, 88, 90, 99, 100]);

export const BirthdayChoice = z.discriminatedUnion("calendar", [
  z.object({ calendar: z.literal("solar") }),
  z.object({ calendar: z.literal("lunar"), lunarMonth: z.coerce.number().int().min(1).max(12), lunarDay: z.coerce.number().int().min(1).max(30) }),
]);
export type BirthdayChoice = z.output<typeof BirthdayChoice>;

/** What birthdays are looked up by on one day: `MM-DD` of the solar ones, month and day of the lunar ones. */
export interface BirthdayKeys { readonly on: string; readonly solar: readonly string[]; readonly lunar: readonly (readonly [month: number, day: number])[] }

/** The keys of each day from one day to another, both included. Somebody born on 29 February keeps 1 March in other years. */
export function birthdayKeys(from: string, until: string): BirthdayKeys[] {
  const days: BirthdayKeys[] = [];
  for (let on = from; on <= until; on = addDays(on, 1)) {
    const solar = on.slice(5);
    days.push({ on, solar: solar === "03-01" && addDays(on, -1).slice(5) === "02-28" ? [solar, "02-29"] : [solar], lunar: lunarBirthdaysOn(on).map(({ month, day }) => [month, day] as const) });
  }
  return days;
}

/** How many years somebody completes on their birthday: counted by years of the calendar it is kept in (周岁). */
export function yearsOn(birthOn: string, on: string, calendar: "solar" | "lunar"): { years: number; round: boolean } {
  const years = calendar === "lunar" ? lunarOf(on).year - lunarOf(birthOn).year : Number(on.slice(0, 4)) - Number(birthOn.slice(0, 4));
  return { years, round: ROUND_YEARS.has(years) };
}
