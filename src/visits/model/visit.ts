import { addDays, daysBetween } from "../../kernel/calendar.ts";
import { SILENCE_RULE, type SilenceRule } from "./silence-rule.ts";

/** How two friends met. */
export const VISIT_MODES = ["home", "outside", "activity", "phone", "online"] as const;
export type VisitMode = (typeof VISIT_MODES)[number];

/** How the resident was, as the friend saw it; the three faces of the form. */
export const MOODS = ["good", "fair", "poor"] as const;
export type Mood = (typeof MOODS)[number];

/** Longest a visit may be noted after it took place, in days. */
const LATE_DAYS = 60;

export type LogDecision = { readonly allowed: true } | { readonly allowed: false; readonly reason: "not_your_pair" | "not_running" | "in_future" | "too_late" | "before_pair" };

/** Whether a meeting may be noted: of one's own running pair, not ahead of time, not before the two were friends. */
export function decideLogVisit(
  pair: { readonly helperId: string; readonly beganOn: string | null; readonly endedOn: string | null }, by: { readonly personId: string | null; readonly staff: boolean },
  happenedOn: string, today: string,
): LogDecision {
  if (!by.staff && pair.helperId !== by.personId) return { allowed: false, reason: "not_your_pair" };
  if (!pair.beganOn) return { allowed: false, reason: "not_running" };
  if (happenedOn > today) return { allowed: false, reason: "in_future" };
  if (daysBetween(happenedOn, today) > LATE_DAYS) return { allowed: false, reason: "too_late" };
  if (happenedOn < pair.beganOn) return { allowed: false, reason: "before_pair" };
  if (pair.endedOn !== null && happenedOn > pair.endedOn) return { allowed: false, reason: "not_running" };
  return { allowed: true };
}

/** How quiet a pair has become. */
export interface Silence {
  /** The day by which they were to have met. */
  readonly dueOn: string;
  /** Days since they last met, or since they began. */
  readonly quietDays: number;
  readonly silent: boolean;
}

/** Silence is counted from the last meeting, or from the first day when there was none; it is raised the day after the agreed rhythm, and what the rule lets go by, has passed. */
export function silenceOf(pair: { readonly beganOn: string; readonly rhythmDays: number }, lastMetOn: string | null, today: string, { graceDays }: SilenceRule = SILENCE_RULE): Silence {
  const from = lastMetOn ?? pair.beganOn;
  const dueOn = addDays(from, pair.rhythmDays);
  return { dueOn, quietDays: daysBetween(from, today), silent: today > addDays(dueOn, graceDays) };
}
