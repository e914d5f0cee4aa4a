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
  /** Candidate of the problem behind each edge; null when they are the same. */
  readonly candidate: Int32Array | null;
  /** Places each resident already holds by a lock. */
  readonly held: Int32Array;
  readonly locked: readonly number[];
  /** Cost of one step of the serving order, 0 without an order. */
  readonly stepCost: number;
  /** Penalty in cost of a resident's `k`-th place, counted from 0 and from the places held. */
  readonly penalty: (resident: number, k: number) => number;
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
  const rest = dropped.length === 0 ? { ...problem, cost, candidate: null } : without(problem, cost, new Set(dropped));
  const order = orderCost(want, cost, options, problem.wants);
  return { want, cap, held, locked, rowStart: rest.rowStart, helper: rest.helper, cost: rest.cost, candidate: rest.candidate, ...order };
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
  const rest = { rowStart, helper: new Int32Array(left), cost: new Int32Array(left), candidate: new Int32Array(left) };
  let at = 0;
  for (let r = 0; r < problem.wants.length; r++) {
    for (let e = problem.rowStart[r]!; e < problem.rowStart[r + 1]!; e++) {
      if (dropped.has(e)) continue;
      rest.helper[at] = problem.helper[e]!;
      rest.cost[at] = cost[e]!;
      rest.candidate[at++] = e;
    }
    rowStart[r + 1] = at;
  }
  return rest;
}

/**
 * Turns the serving order into a cost that outweighs every difference in cost, so that one exact
 * minimum settles both. Refuses where that would leave the integers a double can hold.
 */
function orderCost(want: Int32Array, cost: Int32Array, { order }: MatchOptions, wants: Int32Array): Pick<Network, "stepCost" | "penalty"> {
  let [least, most, units, tiers] = [0, 0, 0, 0];
  for (let e = 0; e < cost.length; e++) {
    if (cost[e]! < least) least = cost[e]!;
    if (cost[e]! > most) most = cost[e]!;
  }
  for (let r = 0; r < want.length; r++) units += want[r]!;
  for (const rank of order?.rank ?? []) tiers = Math.max(tiers, rank + 1);
  const stepCost = order ? units * (most - least) + 1 : 0;
  const rounds = order?.everyoneOnce ? wants.reduce((a, b) => Math.max(a, b), 0) : 1;
  const longestPath = (2 * units + 2) * (most - least) + stepCost * tiers * rounds;
  if (longestPath > Number.MAX_SAFE_INTEGER) throw new Refusal("invalid_input", "matching.costs_too_large");
  if (!order) return { stepCost, penalty: () => 0 };
  return { stepCost, penalty: (r, k) => stepCost * (order.rank[r]! + (order.everyoneOnce ? k * tiers : 0)) };
}
