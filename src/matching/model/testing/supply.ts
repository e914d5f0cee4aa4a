import fc from "fast-check";
import type { SupplyNeed, SupplyOffer, SupplyProblem } from "../supply/problem.ts";
import { mismatch } from "../supply/suits.ts";

export function aNeed(some: Partial<SupplyNeed> & { id: string }): SupplyNeed {
  return { kind: "助浴", quantity: 1, buyerId: "街道", maxUnitPriceFen: 100_000, areaId: "金沙", eligibility: [], fromOn: "2026-12-01", untilOn: "2026-12-31", tier: 0, ...some };
}

export function anOffer(some: Partial<SupplyOffer> & { id: string }): SupplyOffer {
  return { providerId: "某某护理站", kind: "助浴", capacity: 1, unitPriceFen: 8000, areaIds: ["金沙"], eligibility: [], readyOn: "2026-12-01", minimumLot: 1, ...some };
}

/** Few and small ones of every shape: tight budgets, lots, areas that do not meet. */
export const someSupply = ({ needs = 3, offers = 3, units = 3, lots = 3 } = {}): fc.Arbitrary<SupplyProblem> => fc.record({
  needs: fc.array(fc.record({
    kind: fc.constantFrom("助浴", "助浴", "助浴", "助浴", "送餐"), quantity: fc.integer({ min: 0, max: units + 1 }), buyerId: fc.constantFrom("街道", "基金会"), maxUnitPriceFen: fc.constantFrom(5, 11, 20),
    areaId: fc.constantFrom("金沙", "北市"), eligibility: fc.subarray(["残障", "高龄"]), untilOn: fc.constantFrom("2026-12-31", "2026-12-31", "2026-12-05"), tier: fc.integer({ min: 0, max: 2 }),
  }), { minLength: Math.floor(needs / 2), maxLength: needs }),
  offers: fc.array(fc.record({
    kind: fc.constantFrom("助浴", "助浴", "助浴", "助浴", "送餐"), capacity: fc.integer({ min: 0, max: units + 1 }), unitPriceFen: fc.integer({ min: 0, max: 11 }), areaIds: fc.constantFrom(["金沙", "北市"], ["金沙", "北市"], ["金沙"], ["北市"], []),
    eligibility: fc.constantFrom([], [], [], ["残障"]), readyOn: fc.constantFrom("2026-12-01", "2026-12-01", "2026-12-20"), minimumLot: fc.integer({ min: 1, max: lots }),
  }), { minLength: Math.floor(offers / 2), maxLength: offers }),
  budgets: fc.tuple(fc.option(fc.integer({ min: 0, max: 40 })), fc.option(fc.integer({ min: 0, max: 40 }))),
}).map((some) => ({
  needs: some.needs.map((need, at) => aNeed({ id: `n${at}`, ...need })), offers: some.offers.map((offer, at) => anOffer({ id: `o${at}`, ...offer })),
  buyers: ["街道", "基金会"].map((id, at) => ({ id, budgetFen: some.budgets[at] ?? null })),
}));

/** Units by tier, the first first, and cost: the best there is, by trying every delivery. Only for small problems. */
export function bestSupplyByTrying({ needs, offers, buyers }: SupplyProblem): { readonly units: readonly number[]; readonly costFen: number } {
  const tiers = [...new Set(needs.map(({ tier }) => tier))].sort((a, b) => a - b);
  const pairs = needs.flatMap((need, i) => offers.flatMap((offer, j) => (mismatch(need, offer) === null ? [{ i, j }] : [])));
  const state = { need: needs.map(({ quantity }) => quantity), offer: offers.map(({ capacity }) => capacity), money: new Map(buyers.map(({ id, budgetFen }) => [id, budgetFen ?? Infinity])), units: tiers.map(() => 0), cost: 0 };
  let best = { units: tiers.map(() => 0), costFen: 0 };
  const better = (): boolean => {
    const at = tiers.findIndex((_, t) => state.units[t] !== best.units[t]);
    return at < 0 ? state.cost < best.costFen : state.units[at]! > best.units[at]!;
  };
  const give = (i: number, j: number, units: number): void => {
    state.need[i]! -= units;
    state.offer[j]! -= units;
    state.money.set(needs[i]!.buyerId, state.money.get(needs[i]!.buyerId)! - units * offers[j]!.unitPriceFen);
    state.units[tiers.indexOf(needs[i]!.tier)]! += units;
    state.cost += units * offers[j]!.unitPriceFen;
  };
  const tryFrom = (k: number): void => {
    const pair = pairs[k];
    if (!pair) { if (better()) best = { units: [...state.units], costFen: state.cost }; return; }
    const { i, j } = pair;
    tryFrom(k + 1);
    for (let units = offers[j]!.minimumLot; units <= Math.min(state.need[i]!, state.offer[j]!) && units * offers[j]!.unitPriceFen <= state.money.get(needs[i]!.buyerId)!; units++) {
      give(i, j, units);
      tryFrom(k + 1);
      give(i, j, -units);
    }
  };
  tryFrom(0);
  return best;
}
