import { addDays, addMonths, daysBetween } from "#kernel/calendar.ts";
import type { Pause } from "./job.ts";

/** Months after which it is looked whether a job was kept. */
export const KEPT_MONTHS = [1, 3, 6, 12] as const;
export type KeptMonth = (typeof KEPT_MONTHS)[number];

/**
 * What counts as keeping a job: data, with its source.
 * The months are common in supported employment (IPS, EUSE); the days of a gap and of a pause are our own working rule, not an official one.
 */
export const KEPT_RULE = { version: 1, gapDays: 14, longestPauseDays: 30, verified: false } as const;

export const KEPT_RESULTS = ["kept", "paused", "not_kept", "not_yet"] as const;
export type KeptResult = (typeof KEPT_RESULTS)[number];

/** A job as far as keeping it goes. `endedOn` is the last day worked. */
export interface HeldJob {
  readonly id: string;
  readonly placeId: string;
  readonly begunOn: string;
  readonly endedOn: string | null;
  readonly pauses: readonly Pause[];
}

/** Jobs of one person at one place with no more than `gapDays` between: one time of employment. */
export interface Spell { readonly placeId: string; readonly begunOn: string; readonly jobs: readonly HeldJob[] }

/** The times of employment of one person. Another place is another one. */
export function spellsOf(jobs: readonly HeldJob[], { gapDays } = KEPT_RULE): Spell[] {
  const spells: { placeId: string; begunOn: string; jobs: HeldJob[] }[] = [];
  for (const job of jobs.toSorted((a, b) => a.begunOn.localeCompare(b.begunOn) || a.id.localeCompare(b.id))) {
    const running = spells.findLast(({ placeId }) => placeId === job.placeId);
    const goesOn = running?.jobs.some(({ endedOn }) => endedOn === null || addDays(endedOn, gapDays + 1) >= job.begunOn);
    if (running && goesOn) running.jobs.push(job);
    else spells.push({ placeId: job.placeId, begunOn: job.begunOn, jobs: [job] });
  }
  return spells;
}

/**
 * Whether it was kept so many months after it began: looked at on that one day. Before it nothing is said, whatever happened. A day between two jobs of one
 * time of employment counts as kept; a day in a pause counts as paused, and as not kept once the pause has lasted too long.
 */
export function keptAt(spell: Spell, month: number, today: string, { longestPauseDays } = KEPT_RULE): KeptResult {
  const onDay = addMonths(spell.begunOn, month);
  if (onDay > today) return "not_yet";
  const there = spell.jobs.filter(({ begunOn, endedOn }) => begunOn <= onDay && (endedOn === null || endedOn >= onDay));
  if (there.length === 0) return spell.jobs.some(({ begunOn }) => begunOn > onDay && begunOn <= today) ? "kept" : "not_kept";
  const away = there.map(({ pauses }) => pauses.find(({ fromOn, backOn }) => fromOn <= onDay && (backOn === null || backOn > onDay)));
  if (away.includes(undefined)) return "kept";
  return Math.min(...away.map((pause) => daysBetween(pause!.fromOn, onDay))) < longestPauseDays ? "paused" : "not_kept";
}
