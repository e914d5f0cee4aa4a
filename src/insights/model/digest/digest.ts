import { z } from "zod";
import { addDays } from "#kernel/calendar.ts";

/** What a digest counts, in the order it is read. */
export const DIGEST_LINES = ["incidents", "overdue", "silent", "approvals", "reviews", "plans", "strained"] as const;
export type DigestLine = (typeof DIGEST_LINES)[number];

/** A worker's open cases, and how many of them are past their review. */
export interface Load { readonly accountId: string; readonly open: number; readonly overdue: number }

/** Counts and accounts of colleagues; nobody in the register. A line is missing where the supervisor's rights do not reach. */
export interface DigestFigures { readonly lines: Readonly<Partial<Record<DigestLine, number>>>; readonly load: readonly Load[] }

/** When digests are made: day of the week (1 is Monday) and hour in the organisation's time zone. */
export const DigestRule = z.object({ weekday: z.coerce.number().int().min(1).max(7), hour: z.coerce.number().int().min(0).max(23) });
export type DigestRule = z.output<typeof DigestRule>;

/** Linli's own proposal until an organisation sets its own. */
export const USUAL_RULE: DigestRule = { weekday: 1, hour: 8 };

/** The Monday of a day's week. */
export function weekOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

/** The week whose digest is due by now: this week's from its day and hour on, until then none. A server that was down makes it later in the week. */
export function dueWeek({ weekday, hour }: DigestRule, today: string, hourNow: number): string | null {
  const week = weekOf(today);
  const dueOn = addDays(week, weekday - 1);
  return today > dueOn || (today === dueOn && hourNow >= hour) ? week : null;
}

/** New is what was written down in this many days before. */
export const NEW_DAYS = 7;

/** Open cases by worker, the most first. */
export function loadOf(cases: readonly { readonly workerId: string; readonly reviewOn: string | null }[], today: string): Load[] {
  return [...Map.groupBy(cases, ({ workerId }) => workerId)]
    .map(([accountId, own]) => ({ accountId, open: own.length, overdue: own.filter(({ reviewOn }) => reviewOn !== null && reviewOn < today).length }))
    .toSorted((a, b) => b.open - a.open || b.overdue - a.overdue || (a.accountId < b.accountId ? -1 : 1));
}
