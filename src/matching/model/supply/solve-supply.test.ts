import fc from "fast-check";
import { expect, test } from "vitest";
import { aNeed, anOffer, bestSupplyByTrying, someSupply } from "../testing/supply.ts";
import { explainUnmet } from "./explain-unmet.ts";
import type { SupplyAnswer, SupplyProblem } from "./problem.ts";
import { solveSupply } from "./solve-supply.ts";
import { verifySupply } from "./verify-supply.ts";

function unitsByTier({ needs }: SupplyProblem, { deliveries }: SupplyAnswer): number[] {
  return [...new Set(needs.map(({ tier }) => tier))].sort((a, b) => a - b).map((tier) => deliveries.reduce((sum, { need, units }) => sum + (needs[need]!.tier === tier ? units : 0), 0));
}

test("equals the best of all deliveries, budgets and lots and tiers included, and passes the verifier", async () => {
  const proofs = { prices: 0, search: 0, gap: 0 };
  await fc.assert(fc.asyncProperty(someSupply(), async (problem) => {
    const answer = await solveSupply(problem);
    expect(verifySupply(problem, answer)).toBeNull();
    const best = bestSupplyByTrying(problem);
    expect({ units: unitsByTier(problem, answer), costFen: answer.costFen }).toEqual(best);
    for (const { proof } of answer.stages) proofs[proof]++;
  }), { numRuns: 2000 });
  expect(proofs.prices).toBeGreaterThan(600);
  expect(proofs.search).toBeGreaterThan(0);
  expect(proofs.gap).toBe(0);
}, 120_000);

test("a wide stage, whose fractions alone are searched, says truly how far it may be from the best, and is the best where it says so", async () => {
  const seen = { proven: 0, gap: 0 };
  const wide = { searchedUpTo: 0, nodes: 0, nodesNear: 10, closedUpTo: 600, nodesHeld: 20, divisions: 20 };
  await fc.assert(fc.asyncProperty(someSupply(), fc.constantFrom(wide, { ...wide, closedUpTo: -1 }), async (problem, effort) => {
    const answer = await solveSupply(problem, effort);
    expect(verifySupply(problem, answer)).toBeNull();
    const best = bestSupplyByTrying(problem);
    const units = unitsByTier(problem, answer);
    const tiers = [...new Set(problem.needs.map(({ tier }) => tier))].sort((a, b) => a - b);
    // A stage is judged beside what the stages before it reached: true as long as those are the best themselves.
    for (const { tier, value, bound, gap } of answer.stages) {
      const at = tier === null ? tiers.length : tiers.indexOf(tier);
      if (!tiers.slice(0, at).every((_, t) => units[t] === best.units[t])) break;
      const most = tier === null ? best.costFen : best.units[at]!;
      if (tier === null) expect([bound <= most, most <= value]).toEqual([true, true]);
      else expect([value <= most, most <= bound]).toEqual([true, true]);
      if (gap === 0) expect(value).toBe(most);
    }
    if (answer.proven) expect({ units, costFen: answer.costFen }).toEqual(best);
    seen[answer.proven ? "proven" : "gap"]++;
  }), { numRuns: 1200 });
  expect(seen.proven).toBeGreaterThan(900);
}, 120_000);

test("the same problem gives the same deliveries", async () => {
  await fc.assert(fc.asyncProperty(someSupply({ needs: 8, offers: 6, units: 9 }), async (problem) => {
    expect((await solveSupply(problem)).deliveries).toEqual((await solveSupply(problem)).deliveries);
  }), { numRuns: 60 });
}, 60_000);

test("without a binding budget every stage is proven by prices", async () => {
  await fc.assert(fc.asyncProperty(someSupply({ needs: 12, offers: 8, units: 30, lots: 1 }), async (some) => {
    const problem = { ...some, buyers: some.buyers.map(({ id }) => ({ id, budgetFen: null })) };
    const answer = await solveSupply(problem);
    expect([verifySupply(problem, answer), answer.stages.every(({ proof }) => proof === "prices")]).toEqual([null, true]);
  }), { numRuns: 150 });
}, 60_000);

test("an answer with a unit more, less or elsewhere, or with a bent proof, is refused", async () => {
  let refused = 0;
  await fc.assert(fc.asyncProperty(someSupply({ lots: 1 }), fc.nat(), fc.constantFrom(-1, 1), fc.boolean(), async (problem, at, by, told) => {
    const answer = await solveSupply(problem);
    if (answer.deliveries.length === 0) return;
    const deliveries = answer.deliveries.map((one, k) => (k === at % answer.deliveries.length ? { ...one, units: one.units + by } : one)).filter(({ units }) => units > 0);
    const costFen = deliveries.reduce((sum, { offer, units }) => sum + units * problem.offers[offer]!.unitPriceFen, 0);
    const units = deliveries.reduce((sum, one) => sum + one.units, 0);
    const tiers = answer.stages.map(({ tier }) => tier);
    const given = (tier: number | null) => (tier === null ? costFen : deliveries.reduce((sum, one) => sum + (problem.needs[one.need]!.tier === tier ? one.units : 0), 0));
    const stages = told ? answer.stages.map((stage, k) => ({ ...stage, value: given(tiers[k]!), bound: given(tiers[k]!), proof: "prices" as const })) : answer.stages;
    expect(verifySupply(problem, { ...answer, deliveries, units, costFen, stages })).not.toBeNull();
    for (const bent of [{ gap: 1 }, { bound: answer.stages[0]!.bound + 1 }]) expect(verifySupply(problem, { ...answer, stages: [{ ...answer.stages[0]!, ...bent }, ...answer.stages.slice(1)] })).toBe("not_proven");
    expect(verifySupply(problem, { ...answer, proven: !answer.proven })).toBe("not_proven");
    refused++;
  }), { numRuns: 400 });
  expect(refused).toBeGreaterThan(80);
}, 60_000);

test("the change that is named serves more, and takes nothing from earlier tiers", async () => {
  const kinds = new Set<string>();
  await fc.assert(fc.asyncProperty(someSupply({ lots: 2 }), async (problem) => {
    const answer = await solveSupply(problem);
    for (const { need, change, reason } of explainUnmet(problem, answer)) {
      kinds.add(`${reason} ${change.kind}`);
      const again = await solveSupply(afterChange(problem, need, change));
      const [before, after] = [unitsByTier(problem, answer), unitsByTier(problem, again)];
      const first = before.findIndex((units, tier) => units !== after[tier]);
      expect(first).toBeGreaterThanOrEqual(0);
      expect(after[first]!).toBeGreaterThan(before[first]!);
    }
  }), { numRuns: 250 });
  for (const kind of ["budget budget", "too_dear price", "capacity capacity", "no_offer capacity", "minimum_lot capacity"]) expect(kinds).toContain(kind);
}, 120_000);

function afterChange(problem: SupplyProblem, need: number, change: ReturnType<typeof explainUnmet>[number]["change"]): SupplyProblem {
  const { kind, areaId, eligibility, buyerId } = problem.needs[need]!;
  const richer = (id: string, moreFen: number) => problem.buyers.map((buyer) => (buyer.id === id && buyer.budgetFen !== null ? { ...buyer, budgetFen: buyer.budgetFen + moreFen } : buyer));
  if (change.kind === "budget") return { ...problem, buyers: richer(change.buyerId, change.moreFen) };
  if (change.kind === "price") return { ...problem, offers: problem.offers.map((offer, at) => (at === change.offer ? { ...offer, unitPriceFen: offer.unitPriceFen - change.lessFen } : offer)) };
  return { ...problem, buyers: richer(buyerId, change.moreFen), offers: [...problem.offers, anOffer({ id: "one more", kind, areaIds: [areaId], eligibility, capacity: change.units, unitPriceFen: change.unitPriceFen })] };
}

test("a tier takes what it can before the next, whatever it costs", async () => {
  const problem = { needs: [aNeed({ id: "later", quantity: 5, tier: 1 }), aNeed({ id: "first", quantity: 3, tier: 0 })], offers: [anOffer({ id: "o", capacity: 4 })], buyers: [{ id: "街道", budgetFen: 40_000 }] };
  const answer = await solveSupply(problem);
  expect(answer.deliveries).toEqual([{ need: 0, offer: 0, units: 1 }, { need: 1, offer: 0, units: 3 }]);
  expect(explainUnmet(problem, answer)).toEqual([{ need: 0, missing: 4, reason: "capacity", against: [], takenByEarlier: 3, takenBySame: 0, change: { kind: "capacity", units: 4, unitPriceFen: 8000, moreFen: 24_000 } }]);
});

test.each([
  ["nothing at all", { needs: [], offers: [], buyers: [] }],
  ["no offer", { needs: [aNeed({ id: "n" })], offers: [], buyers: [{ id: "街道", budgetFen: null }] }],
  ["no capacity", { needs: [aNeed({ id: "n" })], offers: [anOffer({ id: "o", capacity: 0 })], buyers: [{ id: "街道", budgetFen: null }] }],
  ["no budget", { needs: [aNeed({ id: "n" })], offers: [anOffer({ id: "o" })], buyers: [{ id: "街道", budgetFen: 0 }] }],
  ["a lot larger than the need", { needs: [aNeed({ id: "n" })], offers: [anOffer({ id: "o", capacity: 9, minimumLot: 5 })], buyers: [{ id: "街道", budgetFen: null }] }],
])("%s: nothing delivered, and that is right", async (_, problem) => {
  const answer = await solveSupply(problem);
  expect([answer.units, answer.costFen, verifySupply(problem, answer)]).toEqual([0, 0, null]);
});

const buyers = [{ id: "街道", budgetFen: 100 }];
test.each([
  ["repeated", { needs: [aNeed({ id: "n" }), aNeed({ id: "n" })], offers: [], buyers }],
  ["need", { needs: [aNeed({ id: "n", quantity: -1 })], offers: [], buyers }],
  ["need", { needs: [aNeed({ id: "n", quantity: 1.5 })], offers: [], buyers }],
  ["buyer", { needs: [aNeed({ id: "n", buyerId: "谁" })], offers: [], buyers }],
  ["window", { needs: [aNeed({ id: "n", fromOn: "2027-01-01" })], offers: [], buyers }],
  ["offer", { needs: [], offers: [anOffer({ id: "o", unitPriceFen: -5 })], buyers }],
  ["lot", { needs: [], offers: [anOffer({ id: "o", minimumLot: 0 })], buyers }],
  ["budget", { needs: [], offers: [], buyers: [{ id: "街道", budgetFen: Number.NaN }] }],
  ["too_large", { needs: [aNeed({ id: "n", quantity: 1e9 })], offers: [anOffer({ id: "o", unitPriceFen: 1e9 })], buyers }],
])("refuses what has no meaning: %s", async (what, problem) => {
  await expect(solveSupply(problem)).rejects.toMatchObject({ reason: "matching.supply_malformed", params: { what } });
});
