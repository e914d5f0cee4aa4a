import { checkSupply } from "./problem.ts";
import type { SupplyAnswer, SupplyProblem, SupplyStage } from "./problem.ts";
import { loadSolver, type Effort, type Programme, type StageResult } from "./programme.ts";
import { EFFORT, leastOf } from "./run-stage.ts";
import { suitablePairs } from "./suits.ts";

/**
 * Who gets how much from whom: the most units of the first tier, then of the second, and so on; among all such answers the least
 * total cost. Budgets and capacities are never exceeded, and a need takes of an offer its minimum lot or nothing.
 * Tight budgets may leave a stage unproven: each says by how much at most (`gap`), and `proven` says it of all.
 */
export async function solveSupply(problem: SupplyProblem, effort: Effort = EFFORT): Promise<SupplyAnswer> {
  checkSupply(problem);
  const { needs, offers, buyers } = problem;
  const pairs = suitablePairs(problem);
  const tiers = [...new Set(pairs.map(({ need }) => needs[need]!.tier))].sort((a, b) => a - b);
  if (pairs.length === 0) return { deliveries: [], units: 0, costFen: 0, stages: [], proven: true };
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
  const totals = [...Map.groupBy(pairs.keys(), (k) => `${needs[pairs[k]!.need]!.tier} ${needs[pairs[k]!.need]!.buyerId}`).values()];
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
    const result = leastOf(highs, { programme, cost, start: units, thrift: tier === null ? null : price, totals }, effort);
    units = result.units;
    stages.push(stageOf(tier, result, proofBy(programme, cost, result.prices)));
  }
  const deliveries = pairs.flatMap(({ need, offer }, k) => (units[k]! > 0 ? [{ need, offer, units: units[k]! }] : []));
  return { deliveries, units: deliveries.reduce((sum, one) => sum + one.units, 0), costFen: stages.at(-1)!.value, stages, proven: stages.every(({ proof }) => proof !== "gap") };
}

/** Prices are read to this part of a unit, so that every sum of them is a whole number. */
const PART = 2n ** 40n;

function stageOf(tier: number | null, { value, bound, closed, prices }: StageResult, proves: (value: number) => boolean): SupplyStage {
  const proof = proves(value) ? "prices" : closed ? "search" : "gap";
  const reached = proof === "gap" ? bound : value;
  return { tier, prices, proof, gap: value - reached, ...(tier === null ? { value, bound: reached } : { value: 0 - value, bound: 0 - reached }) };
}

/** Whether the prices alone prove a value: the bound they give, in whole numbers, leaves no whole number below it. */
function proofBy({ most, rows }: Programme, cost: readonly number[], prices: readonly number[]): (value: number) => boolean {
  const left = cost.map((one) => BigInt(one) * PART);
  let bound = 0n;
  rows.forEach(({ terms, least, most: limit }, at) => {
    const price = BigInt(Math.round(prices[at]! * Number(PART)));
    const held = price > 0n ? least : limit;
    if (price === 0n || held === null) return;
    bound += price * BigInt(held);
    for (const [k, amount] of terms) left[k]! -= price * BigInt(amount);
  });
  left.forEach((reduced, k) => { if (reduced < 0n) bound += reduced * BigInt(most[k]!); });
  return (value) => bound > (BigInt(value) - 1n) * PART;
}
