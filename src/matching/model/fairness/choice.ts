import { Refusal } from "#kernel/refusal.ts";
import type { MatchProblem, ServingOrder } from "../solver/problem.ts";

/**
 * What is fair, among answers that all have the largest number of pairs. Each choice has its own exact optimum:
 * - `least_cost`: the least total cost.
 * - `hardest_first`: the serving order (waiting, then scarcity), then the least total cost.
 * - `leximin`: the worst pair as good as possible, as few as possible that bad, then the next worst, and so on; pairs within a band
 *   of cost count as equally bad, and the least total cost decides. A band of 1 is exact. With `orderFirst` the serving order stands above all.
 * - `group_cap`: as many residents with a friend as possible; no group's share without one exceeds the share of all by more than so
 *   many percentage points; then the least total cost.
 */
export type FairnessChoice =
  | { readonly mode: "least_cost" | "hardest_first" }
  | { readonly mode: "leximin"; readonly bandWidth: number; readonly orderFirst: boolean }
  | { readonly mode: "group_cap"; readonly capPoints: number };

/** One label a resident (community, disability or sex); -1 where none is known, which counts among all but is no group. */
export interface Groups {
  readonly of: Int32Array;
  readonly count: number;
}

/** What the choices need to know beyond the problem; `order` for those that serve in order, `groups` for the cap. */
export interface FairnessContext {
  readonly order?: ServingOrder;
  readonly groups?: Groups;
}

/** Refuses a choice that has no meaning for the problem. */
export function checkChoice(problem: MatchProblem, choice: FairnessChoice, { order, groups }: FairnessContext): void {
  if (choice.mode === "leximin" && !(Number.isInteger(choice.bandWidth) && choice.bandWidth >= 1)) throw refuse("band_width");
  if ((choice.mode === "hardest_first" || (choice.mode === "leximin" && choice.orderFirst)) && !order) throw refuse("order");
  if (choice.mode !== "group_cap") return;
  if (!(Number.isInteger(choice.capPoints) && choice.capPoints >= 0 && choice.capPoints <= 100)) throw refuse("cap_points");
  if (!groups || groups.of.length !== problem.wants.length || groups.of.some((group) => group < -1 || group >= groups.count)) throw refuse("groups");
}

function refuse(what: string): Refusal {
  return new Refusal("invalid_input", "matching.fairness_malformed", { params: { what } });
}
