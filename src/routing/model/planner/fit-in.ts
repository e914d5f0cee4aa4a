import type { RoundsAnswer, RoundsProblem } from "./problem.ts";
import { scheduleTour } from "./schedule.ts";
import { answerOf } from "./plan-rounds.ts";
import { mend } from "./search/mend.ts";
import { beginSearch } from "./search/state.ts";
import { refresh } from "./search/tours.ts";

/** Keeps given tours in their order, leaving out what no longer fits, and then puts in what is left where it costs least. */
export function fitIn(problem: RoundsProblem, given: readonly (readonly number[])[]): RoundsAnswer {
  const search = beginSearch(problem, 1, false);
  const { tours, absent } = search;
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
  search.blink.left = Infinity; // nothing by chance here
  mend(search, problem.weight.map((weight) => -weight));
  return answerOf(search);
}
