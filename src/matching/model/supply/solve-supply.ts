import { checkSupply } from "./problem.ts";
import type { SupplyAnswer, SupplyProblem, SupplyStage } from "./problem.ts";
import { leastOf, loadSolver, type Programme } from "./run-stage.ts";
import { suitablePairs } from "./suits.ts";

/**
 * Who gets how much from whom: the most units of the first tier, then of the second, and so on; among all such answers the least
 * total cost. Budgets and capacities are never exceeded, and a need takes of an offer its minimum lot or nothing.
 */
export async function solveSupply(problem: SupplyProblem): Promise<SupplyAnswer> {
  checkSupply(problem);
  const { needs, offers, buyers } = problem;
  const pairs = suitablePairs(problem);
  const tiers = [...new Set(pairs.map(({ need }) => needs[need]!.tier))].sort((a, b) => a - b);
  if (pairs.length === 0) return { deliveries: [], units: 0, costFen: 0, stages: [] };
  const price = pairs.map(({ offer }) => offers[offer]!.unitPriceFen);
  const take = (of: (pair: (typeof pairs)[number]) => number | undefined, count: number, amount: (k: number) => number = () => 1): Map<number, number>[] => {
    const terms = Array.from({ length: count }, () => new Map<number, number>());
    pairs.forEach((pair, k) => { const at = of(pair); if (at !== undefined && amount(k) !== 0) terms[at]!.set(k, amount(k)); });
    return terms;
  };
  const buyerAt = new Map(buyers.map(({ id }, at) => [id, at]));
  const limits = [
    ...take(({ need }) => need, needs.length).map((terms, at) => ({ terms, least: null, most: needs[at]!.quantity })),
    ...take(({ offer }) => offer, offers.length).map((terms, at) => ({ terms, least: null, most: offers[at]!.capacity })),
    ...take(({ need }) => buyerAt.get(needs[need]!.buyerId), buyers.length, (k) => price[k]!).map((terms, at) => ({ terms, least: null, most: buyers[at]!.budgetFen })),
  ];
  const ofTier = take(({ need }) => tiers.indexOf(needs[need]!.tier), tiers.length);
  const highs = await loadSolver();
  const stages: SupplyStage[] = [];
  let units: readonly number[] = pairs.map(() => 0);
  for (const tier of [...tiers, null]) {
    const programme: Programme = {
      most: pairs.map(({ most }) => most), lot: pairs.map(({ offer }) => offers[offer]!.minimumLot),
      rows: [...limits, ...ofTier.map((terms, at) => ({ terms, least: stages[at]?.value ?? null, most: null }))],
    };
    const cost = tier === null ? price : pairs.map(({ need }) => (needs[need]!.tier === tier ? -1 : 0));
    const result = leastOf(highs, programme, cost, units);
    units = result.units;
    stages.push(stageOf(tier, result, boundOf(programme, cost, result.prices)));
  }
  const deliveries = pairs.flatMap(({ need, offer }, k) => (units[k]! > 0 ? [{ need, offer, units: units[k]! }] : []));
  return { deliveries, units: deliveries.reduce((sum, one) => sum + one.units, 0), costFen: stages.at(-1)!.value, stages };
}

/** By how much prices must pass the next whole number to prove a value: more than the rounding of their sums, here and where they are reckoned again. */
const CLEARLY = 0.25;

function stageOf(tier: number | null, { value, bound, closed, prices }: Awaited<ReturnType<typeof leastOf>>, priced: number): SupplyStage {
  const said = tier === null ? { value, bound } : { value: -value, bound: -bound };
  return { tier, ...said, prices, proof: priced > value - 1 + CLEARLY ? "prices" : closed ? "search" : "gap" };
}

/** What the prices prove, in plain numbers; `checkSupply` reckons it again exactly. */
function boundOf({ most, rows }: Programme, cost: readonly number[], prices: readonly number[]): number {
  const left = [...cost];
  let bound = 0;
  rows.forEach(({ terms, least, most: limit }, at) => {
    const price = prices[at]!;
    const held = price > 0 ? least : limit;
    if (price === 0 || held === null) return;
    bound += price * held;
    for (const [k, amount] of terms) left[k]! -= price * amount;
  });
  return left.reduce((sum, reduced, k) => sum + Math.min(0, reduced) * most[k]!, bound);
}
