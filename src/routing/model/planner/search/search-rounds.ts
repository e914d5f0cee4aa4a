import { anneal, waysOf, type Pace } from "./anneal.ts";
import { fewerVisitors } from "./fewer-visitors.ts";
import { mend } from "./mend.ts";
import type { RoundsAnswer, RoundsProblem } from "../problem.ts";
import { scheduleTour } from "../schedule.ts";
import { beginSearch, type Search } from "./state.ts";
import { refresh } from "./tours.ts";

export interface PlanOptions {
  /** First the fewest visitors, then the least cost; or the least cost alone. */
  readonly first: "visitors" | "cost";
  readonly seed?: number;
  /** Steps to take; the same number gives the same answer. */
  readonly steps?: number;
  /** Orders to begin from instead of none: what still fits in them is kept, and the answer is never worse. */
  readonly given?: readonly (readonly number[])[];
  /** Instead of `steps`: the share of the time that is spent, by somebody who has a clock. 1 ends the search. */
  readonly pace?: Pace;
}

/** The shares of the time at which a first answer stands, and at which no fewer are looked for any more. */
const FOR_WARMTH = 0.1;
const FOR_FEWER = 0.45;

/**
 * Shares visits out among visitors of whom each is enough alone. Large-neighbourhood search: strings of visits are taken out and put
 * back at the cheapest place under simulated annealing, with adaptive weights of the ways to do both.
 */
export function searchRounds(problem: RoundsProblem, { first, seed = 1, steps = 20_000, given, pace = (done) => done / steps }: PlanOptions): RoundsAnswer {
  const search = beginSearch(problem, seed, first === "visitors");
  if (given) takeUp(search, given);
  mend(search, search.queues[1]!);
  if (first === "visitors") {
    anneal(search, pace, FOR_WARMTH);
    fewerVisitors(search, pace, FOR_FEWER, fewest(problem));
  }
  anneal(search, pace, 1);
  return answerOf(search);
}

/** Keeps given tours in their order, leaving out what does not fit. */
export function takeUp({ tours, absent }: Search, given: readonly (readonly number[])[]): void {
  const { problem } = tours;
  const seen = new Set<number>();
  given.forEach((row, visitor) => {
    const kept: number[] = [];
    for (const visit of row) {
      if (seen.has(visit) || "kind" in scheduleTour(problem, visitor, [...kept, visit])) continue;
      kept.push(visit);
      seen.add(visit);
    }
    tours.stops.set(kept, visitor * problem.visits);
    tours.lengths[visitor] = kept.length;
    refresh(tours, visitor);
  });
  absent.list.set(Array.from({ length: problem.visits }, (_, visit) => visit).filter((visit) => !seen.has(visit)));
  absent.count = problem.visits - seen.size;
}

/** No fewer can carry it all. */
function fewest({ demand, visitors }: RoundsProblem): number {
  const total = demand.reduce((a, b) => a + b, 0);
  const largest = visitors.reduce((most, { capacity }) => Math.max(most, capacity), 0);
  return Math.max(1, largest > 0 && Number.isFinite(largest) ? Math.ceil(total / largest) : 1);
}

/** What stands in the tours of a search. */
export function answerOf({ tours, absent, steps }: Search): RoundsAnswer {
  const rows = tours.problem.visitors.map((_, visitor) => [...tours.stops.subarray(visitor * tours.problem.visits, visitor * tours.problem.visits + tours.lengths[visitor]!)]);
  return {
    tours: rows, meetings: [], unserved: [...absent.list.subarray(0, absent.count)].sort((a, b) => a - b), cost: waysOf(tours),
    used: rows.filter(({ length }) => length > 0).length, steps,
  };
}
