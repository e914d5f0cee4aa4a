import { z } from "zod";

/** A time of day as a form sends it, `14:30`. */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, { error: "activities.no_time" });

/** Minutes after midnight. */
export function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

/** 870 → `14:30`. */
export const timeOf = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** The instant of a time of day in a zone; a clock that is put forward or back within the hour is read as before. */
export function instantOf(day: string, minute: number, timeZone = "Asia/Shanghai"): Date {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const asUtc = Date.UTC(year, month - 1, date, 0, minute);
  const aheadAt = (instant: number): number => {
    const parts = Object.fromEntries(new Intl.DateTimeFormat("en-GB", { timeZone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" })
      .formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    return Date.UTC(parts.year!, parts.month! - 1, parts.day, parts.hour, parts.minute) - instant;
  };
  const first = asUtc - aheadAt(asUtc);
  return new Date(asUtc - aheadAt(first));
}
