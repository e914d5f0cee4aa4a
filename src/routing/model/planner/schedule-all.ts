import type { RoundsAnswer, RoundsProblem } from "./problem.ts";
import { scheduleTour, type Misfit, type TimedTour } from "./schedule.ts";

/** The moments of every tour of an answer, each meeting at its own. */
export function scheduleAll(problem: RoundsProblem, { tours, meetings }: Pick<RoundsAnswer, "tours" | "meetings">): (TimedTour | Misfit)[] {
  const { crews: _crews, ...plain } = problem;
  const [opens, closes] = [problem.opens.slice(), problem.closes.slice()];
  for (const { visit, begin } of meetings) [opens[visit], closes[visit]] = [begin, begin];
  return tours.map((row, visitor) => scheduleTour({ ...plain, opens, closes }, visitor, row));
}
