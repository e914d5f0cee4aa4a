import type { MatchProblem } from "../solver/problem.ts";
import type { Degrees, Ground } from "./verify-cut.ts";

/** Prices of the stage at hand, and whose are not zero. */
export interface StagePrices {
  readonly resident: (r: number) => number;
  readonly helper: (h: number) => number;
  readonly residents: Iterable<number>;
  readonly helpers: Iterable<number>;
}

/**
 * Do the prices prove the answer cheapest in this stage? Every open pair it holds must cost no more than its two people's prices, every other
 * no less; whoever's price is above zero has as few as anybody gives them, below zero as many. If so, what they decide is settled.
 */
export function settleStage(ground: Ground, edges: readonly number[], cost: (e: number) => number, prices: StagePrices): boolean {
  const { settled, chosen, residentOf, problem, residents, helpers } = ground;
  const decided: number[] = [];
  for (const e of edges) {
    if (settled[e] === 1) continue;
    const reduced = cost(e) - prices.resident(residentOf[e]!) - prices.helper(problem.helper[e]!);
    if (chosen[e] === 1 ? reduced > 0 : reduced < 0) return false;
    if (reduced !== 0) decided.push(e);
  }
  for (const r of prices.residents) if (!atBound(residents, r, prices.resident(r))) return false;
  for (const h of prices.helpers) if (!atBound(helpers, h, prices.helper(h))) return false;
  for (const e of decided) {
    settled[e] = 1;
    residents.standing[residentOf[e]!]! += chosen[e]!;
    helpers.standing[problem.helper[e]!]! += chosen[e]!;
  }
  return true;
}

/** Above zero: nobody gives this person fewer. Below: nobody gives more. Either way the number is settled. */
export function atBound({ given, least, most, standing }: Degrees, person: number, price: number): boolean {
  if (price === 0) return true;
  if (given[person] !== (price > 0 ? Math.max(least[person]!, standing[person]!) : most[person])) return false;
  least[person] = most[person] = given[person]!;
  return true;
}

/** A price for each person, and every one a whole number that sums stay exact with. */
export function wellFormed({ wants, capacity }: MatchProblem, { residentPrice, helperPrice }: { readonly residentPrice: Float64Array; readonly helperPrice: Float64Array }): boolean {
  return residentPrice.length === wants.length && helperPrice.length === capacity.length && residentPrice.every(Number.isSafeInteger) && helperPrice.every(Number.isSafeInteger);
}
