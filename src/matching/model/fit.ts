import type { MatchRules } from "./candidates/rules.ts";

/** How well two fit, 0–100: what of all points the rules give was not lost. */
export function fitPercent(cost: number, { weights }: Pick<MatchRules, "weights">): number {
  const most = Object.values(weights).reduce((sum, weight) => sum + weight, 0) * 100;
  return most === 0 ? 100 : Math.max(0, Math.round(100 * (1 - cost / most)));
}

/** The dearest a pair may be to fit so well; the border of `fitPercent`, undefined where every pair does. */
export function costAtFit(percent: number, { weights }: Pick<MatchRules, "weights">): number | undefined {
  const most = Object.values(weights).reduce((sum, weight) => sum + weight, 0) * 100;
  return percent <= 0 ? undefined : Math.floor(most * (1 - (percent - 0.5) / 100));
}
