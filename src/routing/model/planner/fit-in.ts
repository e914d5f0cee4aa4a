import { enoughAlone, meetable } from "./meet/crews.ts";
import { answered, complete, resume } from "./meet/plan-with-meetings.ts";
import type { RoundsAnswer, RoundsProblem } from "./problem.ts";
import { mend } from "./search/mend.ts";
import { answerOf, takeUp } from "./search/search-rounds.ts";
import { beginSearch } from "./search/state.ts";
import { appoint, rowsAppointed, withoutDoubles } from "./meet/appoint.ts";

/** Keeps given tours in their order, leaving out what no longer fits, and then puts in what is left where it costs least. */
export function fitIn(problem: RoundsProblem, given: readonly (readonly number[])[]): RoundsAnswer {
  const couples = meetable(problem);
  if (couples.size === 0) return fitAlone(enoughAlone(problem), given);
  const kept = resume(problem, couples, given);
  const filled = withoutDoubles(problem, kept.meetings, fitAlone(appoint(problem, kept.meetings), rowsAppointed(problem, kept.meetings, kept.tours)));
  return answered(problem, complete(problem, couples, filled), 0);
}

function fitAlone(problem: RoundsProblem, given: readonly (readonly number[])[]): RoundsAnswer {
  const search = beginSearch(problem, 1, false);
  takeUp(search, given);
  search.blink.left = Infinity; // nothing by chance here
  mend(search, problem.weight.map((weight) => -weight));
  return answerOf(search);
}
