import { addDays, daysBetween } from "#kernel/calendar.ts";
import type { EntryKind } from "./terms.ts";

/** One row of what happened in a job. */
export interface JobEntry {
  readonly number: number;
  readonly kind: EntryKind;
  readonly onDay: string;
  readonly minutes: number | null;
  readonly mode: string | null;
  readonly weeks: readonly number[] | null;
  readonly ofNumber: number | null;
  readonly nextOn: string | null;
  /** The service record a support is; null for anything else, and for what is counted nowhere. */
  readonly encounterId: string | null;
  /** Of a support: its service record was taken back. */
  readonly serviceWithdrawn?: boolean;
}

/** How long after a job began it is first asked how it goes, unless a day was agreed. */
export const FIRST_FOLLOW_DAYS = 7;
/** A month after the last word, unless a day was agreed. */
const FOLLOW_DAYS = 30;

/** The entries that hold: without those taken back, here or as the service record they are. */
export function holding<E extends JobEntry>(entries: readonly E[]): E[] {
  const takenBack = new Set(entries.map(({ ofNumber }) => ofNumber));
  return entries.filter(({ number, kind, serviceWithdrawn }) => kind !== "taken_back" && !takenBack.has(number) && serviceWithdrawn !== true);
}

/** From the first day away to the day before the first day back; open while nobody came back. */
export interface Pause { readonly fromOn: string; readonly backOn: string | null }

export interface JobState {
  readonly pauses: readonly Pause[];
  readonly pausedOn: string | null;
  /** The last day worked. */
  readonly endedOn: string | null;
  readonly followOn: string | null;
}

export function jobState(begunOn: string, entries: readonly JobEntry[]): JobState {
  const held = holding(entries);
  const endedOn = held.findLast(({ kind }) => kind === "ended")?.onDay ?? null;
  const pauses: Pause[] = [];
  for (const { kind, onDay } of held) {
    const open = pauses.at(-1)?.backOn === null;
    if (kind === "paused" && !open) pauses.push({ fromOn: onDay, backOn: null });
    else if (kind === "resumed" && open) pauses.push({ fromOn: pauses.pop()!.fromOn, backOn: onDay });
  }
  const last = held.findLast(({ kind }) => kind === "followed");
  const followOn = endedOn !== null ? null : last ? last.nextOn ?? addDays(last.onDay, FOLLOW_DAYS) : addDays(begunOn, FIRST_FOLLOW_DAYS);
  return { pauses, pausedOn: endedOn === null && pauses.at(-1)?.backOn === null ? pauses.at(-1)!.fromOn : null, endedOn, followOn };
}

export interface Week { readonly week: number; readonly planned: number | null; readonly actual: number }

/** Minutes of the coach on the spot, week by week since the job began, beside what was planned; after a plan's last week its last minutes go on. */
export function weeksOf(begunOn: string, entries: readonly JobEntry[], today: string): Week[] {
  const held = holding(entries);
  const plan = held.findLast(({ kind }) => kind === "planned")?.weeks ?? [];
  const actual = new Map<number, number>();
  for (const { kind, mode, minutes, onDay } of held) {
    if (kind !== "supported" || mode !== "on_site") continue;
    const week = weekOf(begunOn, onDay);
    actual.set(week, (actual.get(week) ?? 0) + minutes!);
  }
  const last = Math.max(plan.length, ...actual.keys(), Math.min(weekOf(begunOn, today), 52));
  return Array.from({ length: Math.max(1, last) }, (_, index) => ({ week: index + 1, planned: plan[index] ?? plan.at(-1) ?? null, actual: actual.get(index + 1) ?? 0 }));
}

const weekOf = (begunOn: string, onDay: string): number => Math.max(1, Math.floor(daysBetween(begunOn, onDay) / 7) + 1);

/** A plan that goes down evenly, in fives of minutes. */
export function fadingPlan(startMinutes: number, endMinutes: number, weeks: number): number[] {
  return Array.from({ length: weeks }, (_, index) => Math.round((startMinutes + (weeks === 1 ? 0 : ((endMinutes - startMinutes) * index) / (weeks - 1))) / 5) * 5);
}
