import { eatAndGo, latestBeforeLunch } from "../lunch.ts";
import { beingBack, settingOut, type Tours } from "../search/tours.ts";

/** From a moment to a moment. */
export type Span = readonly [number, number];

/**
 * When a visit could begin if it stood at a place of a tour: one stretch with lunch still to come, one after it. Any moment within holds,
 * for who is early can wait; none outside does.
 */
export function beginsAt(tours: Tours, visitor: number, visit: number, rank: number): Span[] {
  const { problem, stops, leave0, leave1, latest0, latest1, lengths } = tours;
  const { places, visits, opens, closes, service } = problem;
  const { start, end, by, lunch } = problem.visitors[visitor]!;
  const { time } = problem.travel[by]!;
  const last = rank === lengths[visitor]!;
  const [before, after] = [rank === 0 ? start : stops[visitor * visits + rank - 1]!, last ? end : stops[visitor * visits + rank]!];
  const [left0, left1] = rank === 0 ? settingOut(problem, visitor) : [lunch ? leave0[before]! : Infinity, leave1[before]!];
  const [limit0, limit1] = last ? beingBack(problem, visitor) : [lunch ? latest0[after]! : -Infinity, latest1[after]!];
  const [way, on] = [time[before * places + visit]!, time[visit * places + after]!];
  const span = (there: number, leaveBy: number): Span[] => {
    const [from, until] = [Math.max(opens[visit]!, there), Math.min(closes[visit]!, leaveBy - service[visit]!)];
    return from <= until ? [[from, until]] : [];
  };
  if (!lunch) return span(left1 + way, limit1 - on);
  return [...span(left0 + way, Math.max(limit0 - on, latestBeforeLunch(limit1, on, lunch))), ...span(Math.min(left1 + way, eatAndGo(left0, way, lunch)), limit1 - on)];
}

/** The first moment that lies in a span of both, or null. */
export function firstCommon(some: readonly Span[], others: readonly Span[]): number | null {
  let first: number | null = null;
  for (const [a, b] of some) for (const [c, d] of others) {
    const from = Math.max(a, c);
    if (from <= Math.min(b, d) && (first === null || from < first)) first = from;
  }
  return first;
}
