import type { RoundsAnswer, RoundsProblem } from "./problem.ts";
import { scheduleTour } from "./schedule.ts";

/** Why nobody makes a visit. */
export type UnservedReason = "nobody_may" | "window_never_open" | "too_far" | "no_lunch" | "hours_full";

/**
 * The first reason that holds for every visitor alone with this visit; `hours_full` where somebody could make it if they had no
 * other, so that only more hours or more visitors help.
 */
export function whyUnserved(problem: RoundsProblem, { unserved }: Pick<RoundsAnswer, "unserved">): { visit: number; reason: UnservedReason }[] {
  return unserved.map((visit) => ({ visit, reason: reasonFor(problem, visit) }));
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
