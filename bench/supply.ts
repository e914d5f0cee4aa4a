/**
 * Demand and supply with tight budgets: nine made-up markets of more than 3,000 possible deliveries, where few units less or more are all that
 * whole numbers cost. Per market: what each stage reached, how it is proven, and by how much it may be from the best. Every answer passes the verifier.
 * Usage: `node bench/supply.ts [MARKET …]`, markets from 1 to 9.
 */
import { solveSupply } from "../src/matching/model/supply/solve-supply.ts";
import { suitablePairs } from "../src/matching/model/supply/suits.ts";
import { verifySupply } from "../src/matching/model/supply/verify-supply.ts";
import type { SupplyProblem } from "../src/matching/model/supply/problem.ts";

const SHAPES = [120, 160, 200].flatMap((size) => [0.35, 0.55, 0.75].map((share) => ({ size, share })));
const chosen = process.argv.slice(2).map(Number);

console.log("| market | possible deliveries | budgets | stage: value, proof, gap | proven | processor s |\n|--:|--:|--:|---|---|--:|");
for (const [at, { size, share }] of SHAPES.entries()) {
  if (chosen.length > 0 && !chosen.includes(at + 1)) continue;
  const problem = aMarket(size, share, at + 1);
  const cpu = process.cpuUsage();
  const answer = await solveSupply(problem);
  const { user, system } = process.cpuUsage(cpu);
  const flaw = verifySupply(problem, answer);
  if (flaw !== null) throw new Error(`market ${at + 1}: ${flaw}`);
  const stages = answer.stages.map(({ tier, value, proof, gap }) => `${tier ?? "cost"}: ${value}, ${proof}${gap > 0 ? ` ${gap}` : ""}`).join("; ");
  console.log(`| ${[at + 1, suitablePairs(problem).length, `${Math.round(share * 100)} %`, stages, answer.proven ? "yes" : "no", ((user + system) / 1e6).toFixed(1)].join(" | ")} |`);
}

/** Needs of six payers and offers at prices to the 分; each payer can pay a share of what their needs would cost at the middle price. */
function aMarket(size: number, share: number, seed: number): SupplyProblem {
  let state = seed * 7919;
  const below = (n: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const kinds = ["助浴", "送餐"];
  const needs = Array.from({ length: size }, (_, i) => ({
    id: `n${i}`, kind: kinds[below(2)]!, quantity: 1 + below(12), buyerId: `b${below(6)}`, maxUnitPriceFen: 6000 + below(9000), areaId: `a${below(4)}`, eligibility: [], fromOn: "2026-12-01", untilOn: "2026-12-31", tier: below(3),
  }));
  const offers = Array.from({ length: size }, (_, j) => ({
    id: `o${j}`, providerId: `p${j}`, kind: kinds[below(2)]!, capacity: 2 + below(14), unitPriceFen: 3001 + below(7000), areaIds: ["a0", "a1", "a2", "a3"].filter(() => below(10) < 7), eligibility: [], readyOn: "2026-12-01", minimumLot: below(3) === 0 ? 2 : 1,
  }));
  const cost = new Map<string, number>();
  for (const { buyerId, quantity } of needs) cost.set(buyerId, (cost.get(buyerId) ?? 0) + quantity * 6500);
  return { needs, offers, buyers: Array.from({ length: 6 }, (_, b) => ({ id: `b${b}`, budgetFen: Math.round((cost.get(`b${b}`) ?? 0) * share) })) };
}
