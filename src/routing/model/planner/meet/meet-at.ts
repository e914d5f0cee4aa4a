import type { Meeting, RoundsProblem } from "../problem.ts";
import { emptyTours, refresh, type Tours } from "../search/tours.ts";
import { appoint, rowsAppointed } from "./appoint.ts";
import type { Couple } from "./crews.ts";
import { beginsAt, firstCommon, type Span } from "./windows.ts";

/** Tours with their meetings, a visit at which two meet in both rows. */
export interface Standing {
  readonly tours: readonly (readonly number[])[];
  readonly meetings: readonly Meeting[];
}

interface Place { readonly rank: number; readonly more: number; readonly spans: readonly Span[] }

/** Puts a meeting where it adds the least: every pair, every place in both tours, all else in its order and every other meeting at its moment. Null where it fits nowhere. */
export function addMeeting(problem: RoundsProblem, { tours, meetings }: Standing, visit: number, couples: readonly Couple[], only?: (visitor: number) => number): (Standing & { readonly more: number }) | null {
  const ground = groundOf(problem, { tours, meetings });
  const places = new Map([...new Set(couples.flat())].map((visitor) => [visitor, placesIn(ground, visitor, visit, only?.(visitor))]));
  let best: { more: number; at: number; couple: Couple; ranks: readonly [number, number] } | null = null;
  for (const couple of couples) for (const a of places.get(couple[0])!) for (const b of places.get(couple[1])!) {
    if (best !== null && a.more + b.more >= best.more) continue;
    const at = firstCommon(a.spans, b.spans);
    if (at !== null) best = { more: a.more + b.more, at, couple, ranks: [a.rank, b.rank] };
  }
  if (best === null) return null;
  const { at, couple, ranks, more } = best;
  return {
    more, meetings: [...meetings, { visit, visitors: couple, begin: at }],
    tours: tours.map((row, visitor) => (couple.includes(visitor) ? row.toSpliced(ranks[visitor === couple[0] ? 0 : 1], 0, visit) : row)),
  };
}

/** Every place in a tour where the visit could stand at some moment, the cheapest first. */
function placesIn(tours: Tours, visitor: number, visit: number, only: number | undefined): Place[] {
  const { problem: { visits, places, travel, visitors, demand }, stops, lengths, loads } = tours;
  const { start, end, by, capacity } = visitors[visitor]!;
  if (loads[visitor]! + demand[visit]! > capacity) return [];
  const { cost } = travel[by]!;
  return Array.from({ length: lengths[visitor]! + 1 }, (_, rank) => rank).filter((rank) => only === undefined || rank === only).flatMap((rank): Place[] => {
    const [before, after] = [rank === 0 ? start : stops[visitor * visits + rank - 1]!, rank === lengths[visitor]! ? end : stops[visitor * visits + rank]!];
    const spans = beginsAt(tours, visitor, visit, rank);
    const instead = lengths[visitor] === 0 ? 0 : cost[before * places + after]!;
    return spans.length === 0 ? [] : [{ rank, spans, more: cost[before * places + visit]! + cost[visit * places + after]! - instead }];
  }).sort((a, b) => a.more - b.more);
}

function groundOf(problem: RoundsProblem, { tours: rows, meetings }: Standing): Tours {
  const tours = emptyTours(appoint(problem, meetings), 0);
  rowsAppointed(problem, meetings, rows).forEach((row, visitor) => {
    tours.stops.set(row, visitor * tours.problem.visits);
    tours.lengths[visitor] = row.length;
    refresh(tours, visitor);
  });
  return tours;
}

/** The same without one meeting. */
export const withoutMeeting = ({ tours, meetings }: Standing, gone: number): Standing => ({
  tours: tours.map((row) => row.filter((visit) => visit !== gone)), meetings: meetings.filter(({ visit }) => visit !== gone),
});

/** Lets every meeting begin as early as both can be there, in the order of the day, until none can be earlier. */
export function asEarlyAsCan(problem: RoundsProblem, standing: Standing): Standing {
  let now = standing;
  for (let round = 0; round < 4; round++) {
    const before = now;
    for (const { visit, visitors, begin } of now.meetings.toSorted((a, b) => a.begin - b.begin)) {
      const ranks = new Map(visitors.map((visitor) => [visitor, now.tours[visitor]!.indexOf(visit)]));
      const again = addMeeting(problem, withoutMeeting(now, visit), visit, [visitors], (visitor) => ranks.get(visitor)!);
      if (again && again.meetings.at(-1)!.begin < begin) now = again;
    }
    if (now === before) break;
  }
  return now;
}
