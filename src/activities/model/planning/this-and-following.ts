import { daysBetween } from "#kernel/calendar.ts";

interface Standing { readonly id: string; readonly recursOn: string }

/** Where the later sessions of a series go when its plan changes. */
export interface Following {
  /** Sessions that go on, with the day the new plan gives them: those signed up keep their place. */
  readonly kept: readonly { readonly id: string; readonly day: string }[];
  /** Days of the new plan nobody had planned before. */
  readonly added: readonly string[];
  /** Sessions the new plan has no day for. */
  readonly dropped: readonly string[];
}

/** A session stays on its own day where the new plan has it; otherwise it goes to the nearest free day within three days either way. */
export function matchFollowing(sessions: readonly Standing[], days: readonly string[]): Following {
  const free = new Set(days);
  const kept = new Map<string, string>();
  const take = (id: string, day: string) => { kept.set(id, day); free.delete(day); };
  for (const { id, recursOn } of sessions) if (free.has(recursOn)) take(id, recursOn);
  for (const { id, recursOn } of sessions) {
    if (kept.has(id)) continue;
    const near = [...free].map((day) => ({ day, away: Math.abs(daysBetween(recursOn, day)) })).filter(({ away }) => away <= 3).sort((a, b) => a.away - b.away || (a.day < b.day ? -1 : 1))[0];
    if (near) take(id, near.day);
  }
  return {
    kept: sessions.flatMap(({ id }) => (kept.has(id) ? [{ id, day: kept.get(id)! }] : [])),
    added: [...free].sort(),
    dropped: sessions.flatMap(({ id }) => (kept.has(id) ? [] : [id])),
  };
}
