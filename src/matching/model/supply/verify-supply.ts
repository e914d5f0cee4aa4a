import type { SupplyAnswer, SupplyProblem } from "./problem.ts";

/** Why an answer was refused; `null` from `verifySupply` means it keeps every limit and its prices prove what they are said to. */
export type SupplyFlaw = "malformed" | "unsuitable" | "repeated" | "below_lot" | "over_need" | "over_capacity" | "over_budget" | "wrong_totals" | "not_proven";

/** Prices are read to this part of a unit, so that every sum is a whole number. */
const SCALE = 1n << 40n;

/**
 * Checks an answer from the problem alone, in whole numbers, sharing no code with what made it. A stage proven by prices is reckoned again:
 * no answer can do better than the bound they give, and nothing whole lies between it and the value. Stages proven by search are taken at their word, and so is a gap that is stated.
 */
export function verifySupply(problem: SupplyProblem, answer: SupplyAnswer): SupplyFlaw | null {
  return flawInLimits(problem, answer) ?? flawInStages(problem, answer);
}

function flawInLimits({ needs, offers, buyers }: SupplyProblem, { deliveries, units, costFen }: SupplyAnswer): SupplyFlaw | null {
  const [met, used, spent] = [needs.map(() => 0), offers.map(() => 0), new Map(buyers.map(({ id }) => [id, 0]))];
  const seen = new Set<string>();
  for (const delivery of deliveries) {
    const [need, offer] = [needs[delivery.need], offers[delivery.offer]];
    if (!need || !offer || !Number.isSafeInteger(delivery.units) || delivery.units <= 0) return "malformed";
    if (seen.has(`${delivery.need}:${delivery.offer}`)) return "repeated";
    seen.add(`${delivery.need}:${delivery.offer}`);
    const open = offer.eligibility.length === 0 || need.eligibility.some((one) => offer.eligibility.includes(one));
    if (need.kind !== offer.kind || !offer.areaIds.includes(need.areaId) || !open || need.untilOn < offer.readyOn || need.maxUnitPriceFen < offer.unitPriceFen) return "unsuitable";
    if (delivery.units < offer.minimumLot) return "below_lot";
    met[delivery.need]! += delivery.units;
    used[delivery.offer]! += delivery.units;
    spent.set(need.buyerId, spent.get(need.buyerId)! + delivery.units * offer.unitPriceFen);
  }
  if (needs.some(({ quantity }, at) => met[at]! > quantity)) return "over_need";
  if (offers.some(({ capacity }, at) => used[at]! > capacity)) return "over_capacity";
  if (buyers.some(({ id, budgetFen }) => budgetFen !== null && spent.get(id)! > budgetFen)) return "over_budget";
  const sum = (all: Iterable<number>) => [...all].reduce((total, one) => total + one, 0);
  return sum(met) === units && sum(spent.values()) === costFen ? null : "wrong_totals";
}

function flawInStages({ needs, offers, buyers }: SupplyProblem, { deliveries, costFen, stages, proven }: SupplyAnswer): SupplyFlaw | null {
  const pairs = needs.flatMap((need, i) => offers.flatMap((offer, j) => {
    const open = offer.eligibility.length === 0 || need.eligibility.some((one) => offer.eligibility.includes(one));
    const suits = need.kind === offer.kind && offer.areaIds.includes(need.areaId) && open && need.untilOn >= offer.readyOn && need.maxUnitPriceFen >= offer.unitPriceFen;
    const most = Math.min(need.quantity, offer.capacity);
    return suits && most > 0 && most >= offer.minimumLot ? [{ i, j, buyer: buyers.findIndex(({ id }) => id === need.buyerId), most: BigInt(most), price: BigInt(offer.unitPriceFen), tier: need.tier }] : [];
  }));
  const tiers = [...new Set(pairs.map(({ tier }) => tier))].sort((a, b) => a - b);
  if (pairs.length === 0) return stages.length === 0 ? null : "malformed";
  if (proven !== stages.every(({ gap }) => gap === 0)) return "not_proven";
  if (stages.map(({ tier }) => tier).join() !== [...tiers, null].join()) return "malformed";
  const given = tiers.map((tier) => deliveries.reduce((sum, { need, units }) => sum + (needs[need]!.tier === tier ? units : 0), 0));
  const [most, first] = [[...needs.map(({ quantity }) => quantity), ...offers.map(({ capacity }) => capacity), ...buyers.map(({ budgetFen }) => budgetFen)], needs.length + offers.length + buyers.length];
  for (const [at, stage] of stages.entries()) {
    if (stage.value !== (stage.tier === null ? costFen : given[at])) return "wrong_totals";
    const short = stage.tier === null ? stage.value - stage.bound : stage.bound - stage.value;
    if (short !== stage.gap || short < 0 || (stage.proof === "gap") !== short > 0) return "not_proven";
    if (stage.proof !== "prices") continue;
    if (stage.prices.length !== first + tiers.length || !stage.prices.every((price) => Math.abs(price) < 1e15)) return "malformed";
    const price = stage.prices.map((one) => BigInt(Math.round(one * Number(SCALE))));
    // Up to a limit a price may only be below zero, from a floor only above; others say nothing and count as zero.
    for (let row = 0; row < price.length; row++) {
      const bounded = row < first ? most[row] !== null && price[row]! < 0n : row - first < at && price[row]! > 0n;
      if (!bounded) price[row] = 0n;
    }
    let bound = price.reduce((sum, one, row) => sum + one * BigInt(row < first ? most[row] ?? 0 : row - first < at ? given[row - first]! : 0), 0n);
    for (const { i, j, buyer, most: top, price: fen, tier } of pairs) {
      const cost = stage.tier === null ? fen : tier === stage.tier ? -1n : 0n;
      const reduced = cost * SCALE - price[i]! - price[needs.length + j]! - price[needs.length + offers.length + buyer]! * fen - price[first + tiers.indexOf(tier)]!;
      if (reduced < 0n) bound += reduced * top;
    }
    const value = BigInt(stage.tier === null ? stage.value : -stage.value);
    if (bound <= (value - 1n) * SCALE) return "not_proven";
  }
  return null;
}
