import type { RoundsProblem, Visitor } from "./problem.ts";

/** One visit of a tour, in the problem's time. */
export interface TimedStop {
  readonly visit: number;
  readonly arrive: number;
  readonly begin: number;
  readonly done: number;
  readonly way: number;
}

export interface TimedTour {
  /** As late as still brings them to the first visit when it begins. */
  readonly leave: number;
  readonly back: number;
  /** When lunch begins, and before which stop (the number of stops: before the way back, or after it). Null without lunch. */
  readonly lunch: { readonly begin: number; readonly before: number } | null;
  readonly stops: readonly TimedStop[];
  readonly cost: number;
}

/** Why a tour in this order cannot be walked. */
export interface Misfit {
  readonly kind: "too_late" | "home_too_late" | "no_lunch" | "not_allowed" | "too_much";
  readonly visit: number | null;
  /** When they would be there, and by when they should. */
  readonly at: number;
  readonly limit: number;
}

/** The moments of one tour in a given order with lunch where it costs least; or the first thing that does not fit. */
export function scheduleTour(problem: RoundsProblem, index: number, visits: readonly number[]): TimedTour | Misfit {
  const visitor = problem.visitors[index]!;
  const barred = visits.find((visit) => problem.may !== null && problem.may[index * problem.visits + visit] !== 1);
  if (barred !== undefined) return { kind: "not_allowed", visit: barred, at: 0, limit: 0 };
  const load = visits.reduce((sum, visit) => sum + problem.demand[visit]!, 0);
  if (load > visitor.capacity) return { kind: "too_much", visit: null, at: load, limit: visitor.capacity };
  if (!visitor.lunch) return timesOf(problem, visitor, visits, null);
  let best: TimedTour | undefined;
  let misfit: Misfit | undefined;
  for (let when = 2 * visits.length + 2; when >= 0; when--) {
    const tried = timesOf(problem, visitor, visits, when);
    if ("kind" in tried) misfit = worse(misfit, tried);
    else if (!best || tried.back < best.back || (tried.back === best.back && tried.leave > best.leave)) best = tried;
  }
  return best ?? misfit!;
}

/** The misfit that says most: being late somewhere, rather than lunch. */
function worse(known: Misfit | undefined, tried: Misfit): Misfit {
  return known === undefined || known.kind === "no_lunch" ? tried : known;
}

/**
 * One walk. Lunch stands at `2 * i` before the way to stop i, at `2 * i + 1` on arrival there; for i = the number of stops the way
 * is the one back, and `2 * i + 2` is after it.
 */
function timesOf(problem: RoundsProblem, visitor: Visitor, visits: readonly number[], lunchAt: number | null): TimedTour | Misfit {
  const { time, cost } = problem.travel[visitor.by]!;
  const stops: TimedStop[] = [];
  let [clock, here, sum] = [visitor.from, visitor.start, 0];
  let lunch: TimedTour["lunch"] = null;
  const eat = (before: number): boolean => {
    const begin = Math.max(clock, visitor.lunch!.from);
    lunch = { begin, before };
    clock = begin + visitor.lunch!.minutes;
    return clock <= visitor.lunch!.until;
  };
  for (const [i, visit] of visits.entries()) {
    const way = time[here * problem.places + visit]!;
    if (lunchAt === 2 * i && !eat(i)) return { kind: "no_lunch", visit: null, at: clock, limit: visitor.lunch!.until };
    clock += way;
    const arrive = clock;
    if (lunchAt === 2 * i + 1 && !eat(i)) return { kind: "no_lunch", visit: null, at: clock, limit: visitor.lunch!.until };
    if (clock > problem.closes[visit]!) return { kind: "too_late", visit, at: clock, limit: problem.closes[visit]! };
    const begin = Math.max(clock, problem.opens[visit]!);
    clock = begin + problem.service[visit]!;
    stops.push({ visit, arrive, begin, done: clock, way });
    sum += cost[here * problem.places + visit]!;
    here = visit;
  }
  const last = visits.length;
  if (last > 0 && lunchAt === 2 * last && !eat(last)) return { kind: "no_lunch", visit: null, at: clock, limit: visitor.lunch!.until };
  const back = clock + (last > 0 ? time[here * problem.places + visitor.end]! : 0);
  if (back > visitor.until) return { kind: "home_too_late", visit: null, at: back, limit: visitor.until };
  clock = back;
  if (lunchAt !== null && (lunchAt > 2 * last || (last === 0 && lunchAt >= 0)) && !eat(last)) return { kind: "no_lunch", visit: null, at: clock, limit: visitor.lunch!.until };
  const first = stops[0];
  const early = lunchAt === 0 || lunchAt === 1 ? visitor.from : first ? Math.max(visitor.from, first.begin - first.way) : visitor.from;
  return { leave: early, back, lunch, stops, cost: sum + (last > 0 ? cost[here * problem.places + visitor.end]! : 0) };
}
