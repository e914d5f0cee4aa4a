import { enoughAlone, meetable } from "./meet/crews.ts";
import { addMeeting } from "./meet/meet-at.ts";
import type { RoundsAnswer, RoundsProblem } from "./problem.ts";
import { scheduleTour } from "./schedule.ts";

/** Why nobody makes a visit. */
export type UnservedReason = "nobody_may" | "window_never_open" | "too_far" | "no_lunch" | "never_together" | "hours_full";

/**
 * The first reason that holds for every visitor alone with this visit, and for every two who could meet there; `hours_full` where it could
 * be made if there were no other, so that only more hours or more visitors help.
 */
export function whyUnserved(problem: RoundsProblem, { unserved }: Pick<RoundsAnswer, "unserved">): { visit: number; reason: UnservedReason }[] {
  const [alone, couples] = [enoughAlone(problem), meetable(problem)];
  const nobody = { tours: problem.visitors.map(() => []), meetings: [] };
  return unserved.map((visit) => {
    const two = couples.get(visit);
    const reason = reasonFor(alone, visit);
    if (!two || reason === "hours_full") return { visit, reason };
    return { visit, reason: addMeeting(problem, nobody, visit, two) ? "hours_full" as const : "never_together" as const };
  });
}

function reasonFor(problem: RoundsProblem, visit: number): UnservedReason {
  const allowed = problem.visitors.flatMap((_, index) => (problem.may !== null && problem.may[index * problem.visits + visit] !== 1 ? [] : [index]));
  const tries = allowed.map((index) => ({ visitor: problem.visitors[index]!, tried: scheduleTour(problem, index, [visit]) }));
  if (tries.every(({ tried }) => "kind" in tried && tried.kind === "not_allowed")) return "nobody_may";
  if (tries.some(({ tried }) => !("kind" in tried))) return "hours_full";
  const meets = tries.some(({ visitor }) => Math.max(visitor.from, problem.opens[visit]!) <= Math.min(visitor.until, problem.closes[visit]!));
  if (!meets) return "window_never_open";
  return tries.some(({ tried }) => "kind" in tried && (tried.kind === "too_late" || tried.kind === "home_too_late")) ? "too_far" : "no_lunch";
}
