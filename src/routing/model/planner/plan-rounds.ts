import { enoughAlone, meetable } from "./meet/crews.ts";
import { planWithMeetings } from "./meet/plan-with-meetings.ts";
import type { RoundsAnswer, RoundsProblem } from "./problem.ts";
import { searchRounds, type PlanOptions } from "./search/search-rounds.ts";

/**
 * Who visits whom, in which order: as many visits as possible by weight, then as `first` says. Where two visitors could meet at a
 * visit, meetings are appointments around which the search shares out the rest.
 */
export function planRounds(problem: RoundsProblem, options: PlanOptions): RoundsAnswer {
  const couples = meetable(problem);
  return couples.size > 0 ? planWithMeetings(problem, couples, options) : searchRounds(enoughAlone(problem), options);
}
