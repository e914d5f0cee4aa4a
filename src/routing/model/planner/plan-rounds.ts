import { anneal, waysOf, type Pace } from "./search/anneal.ts";
import { fewerVisitors } from "./search/fewer-visitors.ts";
import { mend } from "./search/mend.ts";
import type { RoundsAnswer, RoundsProblem } from "./problem.ts";
import { beginSearch, type Search } from "./search/state.ts";

export interface PlanOptions {
  /** First the fewest visitors, then the least cost; or the least cost alone. */
  readonly first: "visitors" | "cost";
  readonly seed?: number;
  /** Steps to take; the same number gives the same answer. */
  readonly steps?: number;
  /** Instead of `steps`: the share of the time that is spent, by somebody who has a clock. 1 ends the search. */
  readonly pace?: Pace;
}

/** The shares of the time at which a first answer stands, and at which no fewer are looked for any more. */
const FOR_WARMTH = 0.1;
const FOR_FEWER = 0.45;

/**
 * Who visits whom, in which order: as many visits as possible by weight, then as `first` says. Large-neighbourhood search: strings
 * of visits are taken out and put back at the cheapest place under simulated annealing, with adaptive weights of the ways to do both.
 */
export function planRounds(problem: RoundsProblem, { first, seed = 1, steps = 20_000, pace = (done) => done / steps }: PlanOptions): RoundsAnswer {
  const search = beginSearch(problem, seed, first === "visitors");
  mend(search, search.queues[1]!);
  if (first === "visitors") {
    anneal(search, pace, FOR_WARMTH);
    fewerVisitors(search, pace, FOR_FEWER, fewest(problem));
  }
  anneal(search, pace, 1);
  return answerOf(search);
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
    tours: rows, unserved: [...absent.list.subarray(0, absent.count)].sort((a, b) => a - b), cost: waysOf(tours),
    used: rows.filter(({ length }) => length > 0).length, steps,
  };
}
