import type { MatchRules } from "./candidates/rules.ts";

/** How well two fit, 0–100: what of all points the rules give was not lost. */
export function fitPercent(cost: number, { weights }: Pick<MatchRules, "weights">): number {
  const most = Object.values(weights).reduce((sum, weight) => sum + weight, 0) * 100;
  return most === 0 ? 100 : Math.max(0, Math.round(100 * (1 - cost / most)));
}
