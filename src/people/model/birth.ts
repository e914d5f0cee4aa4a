import { addDays, daysInMonth } from "#kernel/calendar.ts";

/**
 * The births of those who are `from` to `to` completed years old on a day, both ends included.
 * A bound is null where the age is open. Somebody born on 29 February turns on 1 March in other years.
 */
export function birthsOfAges(from: number | undefined, to: number | undefined, on: string): { earliest: string | null; latest: string | null } {
  return {
    latest: from === undefined ? null : yearsBefore(on, from),
    earliest: to === undefined ? null : addDays(yearsBefore(on, to + 1), 1),
  };
}

function yearsBefore(on: string, years: number): string {
  const year = Number(on.slice(0, 4)) - years;
  const rest = on.slice(4);
  return `${String(year).padStart(4, "0")}${rest === "-02-29" && daysInMonth(year, 2) === 28 ? "-02-28" : rest}`;
}
