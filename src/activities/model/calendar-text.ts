import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { instantOf } from "./times.ts";

/** One line of somebody's calendar: an activity, its place, its time. Never a person. */
export interface CalendarEntry {
  readonly sessionId: string;
  readonly name: string;
  readonly place: string;
  readonly onDay: string;
  readonly fromMinute: number;
  readonly untilMinute: number;
  readonly cancelled: boolean;
  readonly waiting: boolean;
  readonly version: number;
}

/** A calendar (RFC 5545) as phones and mail programs subscribe to it. Times stand in UTC, which every program reads alike. */
export function calendarText(name: string, entries: readonly CalendarEntry[], now: Date): string {
  const calendar = ical({ name, prodId: "-//Linli//Linli//ZH", method: ICalCalendarMethod.PUBLISH, ttl: 3600 });
  for (const entry of entries) {
    calendar.createEvent({
      id: `${entry.sessionId}@linli`, sequence: entry.version, stamp: now, summary: entry.name, ...(entry.place !== "" && { location: entry.place }),
      start: instantOf(entry.onDay, entry.fromMinute), end: instantOf(entry.onDay, entry.untilMinute),
      status: entry.cancelled ? ICalEventStatus.CANCELLED : entry.waiting ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}
