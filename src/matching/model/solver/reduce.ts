import { Refusal } from "#kernel/refusal.ts";
import { candidateOf } from "./problem.ts";
import type { MatchOptions, MatchProblem } from "./problem.ts";

/** What is left to decide once locks, bans and bonuses have been applied. Indices of people stay as they were. */
export interface Network {
  readonly want: Int32Array;
  readonly cap: Int32Array;
  readonly rowStart: Int32Array;
  readonly helper: Int32Array;
  readonly cost: Int32Array;
  readonly locked: readonly number[];
  /** Steps of the serving order; 1 without an order. */
  readonly tiers: number;
  /** Tier of a resident's `k`-th place beside those held by locks, which come first. */
  readonly tierOf: (resident: number, k: number) => number;
  /** Least and greatest cost, with 0 between them. */
  readonly costs: readonly [number, number];
  /** More than any two answers can differ in cost. */
  readonly beyondCost: number;
}

/** Takes locked places out, drops forbidden and hopeless pairs, and lowers the cost of kept ones. */
export function reduce(problem: MatchProblem, options: MatchOptions): Network {
  const locked = (options.locked ?? []).map((pair) => candidateOf(problem, pair));
  const dropped = [...locked, ...(options.forbidden ?? []).map((pair) => candidateOf(problem, pair))].filter((e) => e >= 0);
  const want = problem.wants.slice();
  const cap = problem.capacity.slice();
  const held = new Int32Array(want.length);
  for (const pair of options.locked ?? []) {
    want[pair.resident]!--;
    cap[pair.helper]!--;
    held[pair.resident]!++;
  }
  const cost = withBonus(problem, options);
  const { rowStart, helper, cost: rest } = dropped.length === 0 ? { ...problem, cost } : without(problem, cost, new Set(dropped));
  return { want, cap, locked, rowStart, helper, cost: rest, ...extentOf(want, cost), ...tiersOf(problem, options, held) };
}

function withBonus(problem: MatchProblem, { kept = [], keepBonus = 0 }: MatchOptions): Int32Array {
  if (kept.length === 0 || keepBonus === 0) return problem.cost;
  const cost = problem.cost.slice();
  for (const e of new Set(kept.map((pair) => candidateOf(problem, pair)))) {
    if (e < 0) continue;
    if (cost[e]! - keepBonus < -0x80000000) throw new Refusal("invalid_input", "matching.costs_too_large");
    cost[e] = cost[e]! - keepBonus;
  }
  return cost;
}

function without(problem: MatchProblem, cost: Int32Array, dropped: ReadonlySet<number>) {
  const left = problem.helper.length - dropped.size;
  const rowStart = new Int32Array(problem.wants.length + 1);
  const rest = { rowStart, helper: new Int32Array(left), cost: new Int32Array(left) };
  let at = 0;
  for (let r = 0; r < problem.wants.length; r++) {
    for (let e = problem.rowStart[r]!; e < problem.rowStart[r + 1]!; e++) {
      if (dropped.has(e)) continue;
      rest.helper[at] = problem.helper[e]!;
      rest.cost[at++] = cost[e]!;
    }
    rowStart[r + 1] = at;
  }
  return rest;
}

/** Refuses costs so large that sums along a path would leave the integers a double can hold. */
function extentOf(want: Int32Array, cost: Int32Array): Pick<Network, "costs" | "beyondCost"> {
  let [least, most, units] = [0, 0, 0];
  for (let e = 0; e < cost.length; e++) {
    if (cost[e]! < least) least = cost[e]!;
    if (cost[e]! > most) most = cost[e]!;
  }
  for (let r = 0; r < want.length; r++) units += want[r]!;
  if ((3 * units + 3) * (most - least) > Number.MAX_SAFE_INTEGER) throw new Refusal("invalid_input", "matching.costs_too_large");
  return { costs: [least, most], beyondCost: units * (most - least) + 1 };
}

function tiersOf({ wants }: MatchProblem, { order }: MatchOptions, held: Int32Array): Pick<Network, "tiers" | "tierOf"> {
  if (!order) return { tiers: 1, tierOf: () => 0 };
  const ranks = [...new Set(order.rank)].sort((a, b) => a - b);
  const place = new Map(ranks.map((rank, at) => [rank, at]));
  const rank = order.rank.map((value) => place.get(value)!);
  const rounds = order.everyoneOnce ? wants.reduce((a, b) => Math.max(a, b), 1) : 1;
  return { tiers: Math.max(1, ranks.length * rounds), tierOf: (r, k) => rank[r]! + (order.everyoneOnce ? (held[r]! + k) * ranks.length : 0) };
}
