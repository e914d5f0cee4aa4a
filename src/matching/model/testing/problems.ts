import fc from "fast-check";
import { candidateOf, residentOfEach } from "../solver/problem.ts";
import type { MatchOptions, MatchProblem } from "../solver/problem.ts";

interface Size { readonly residents?: number; readonly helpers?: number; readonly wants?: number; readonly capacity?: number; readonly costs?: number }

/** Small problems of every shape: sparse and dense, short and ample, with ties. */
export function someProblem({ residents = 6, helpers = 6, wants = 2, capacity = 3, costs = 20 }: Size = {}): fc.Arbitrary<MatchProblem> {
  return fc.record({
    wants: fc.array(fc.integer({ min: 0, max: wants }), { maxLength: residents }),
    capacity: fc.array(fc.integer({ min: 0, max: capacity }), { maxLength: helpers }),
    density: fc.constantFrom(0.2, 0.5, 1),
    spread: fc.constantFrom(1, costs, 1_000_000),
    salt: fc.nat(0x7fffffff),
  }).map(({ wants, capacity, density, spread, salt }) => {
    const chance = generator(salt);
    const rowStart = [0];
    const helper: number[] = [];
    const cost: number[] = [];
    for (const _ of wants) {
      capacity.forEach((__, h) => {
        if (chance() >= density) return;
        helper.push(h);
        cost.push(Math.floor(chance() * spread) - (salt % 3 === 0 ? Math.floor(spread / 2) : 0));
      });
      rowStart.push(helper.length);
    }
    return { wants: Int32Array.from(wants), capacity: Int32Array.from(capacity), rowStart: Int32Array.from(rowStart), helper: Int32Array.from(helper), cost: Int32Array.from(cost) };
  });
}

/** Locks that do not contradict each other, bans, kept pairs and a serving order, any of them absent. */
export function someOptions(problem: MatchProblem): fc.Arbitrary<MatchOptions> {
  return fc.record({ locks: fc.integer({ min: 0, max: 2 }), bans: fc.integer({ min: 0, max: 3 }), kept: fc.integer({ min: 0, max: 3 }), ordered: fc.boolean(), everyoneOnce: fc.boolean(), keepBonus: fc.nat(30), salt: fc.nat(0x7fffffff) }).map((some) => {
    const chance = generator(some.salt);
    const residents = residentOfEach(problem);
    const any = (n: number) => Array.from({ length: residents.length > 0 ? n : 0 }, () => Math.floor(chance() * residents.length)).map((e) => ({ resident: residents[e]!, helper: problem.helper[e]! }));
    const [want, cap] = [problem.wants.slice(), problem.capacity.slice()];
    const same = (a: { resident: number; helper: number }) => (b: { resident: number; helper: number }) => a.resident === b.resident && a.helper === b.helper;
    const locked = any(some.locks).filter((pair, k, all) => all.findIndex(same(pair)) === k && want[pair.resident]!-- > 0 && cap[pair.helper]!-- > 0);
    const forbidden = any(some.bans).filter((pair) => !locked.some(same(pair)));
    const order = some.ordered ? { order: { rank: Int32Array.from(problem.wants, () => Math.floor(chance() * 3)), everyoneOnce: some.everyoneOnce } } : {};
    return { locked, forbidden, kept: any(some.kept), keepBonus: some.keepBonus, seed: some.salt, ...order };
  });
}

/** The best answer by trying them all: most pairs, then the serving order, then cost. Only for small problems. */
export function bestByTrying(problem: MatchProblem, options: MatchOptions) {
  const residents = residentOfEach(problem);
  const locked = new Set((options.locked ?? []).map((pair) => candidateOf(problem, pair)));
  const banned = new Set((options.forbidden ?? []).map((pair) => candidateOf(problem, pair)));
  const kept = new Set((options.kept ?? []).map((pair) => candidateOf(problem, pair)));
  const tiers = options.order ? Math.max(0, ...options.order.rank) + 1 : 0;
  const costAt = (e: number) => problem.cost[e]! - (kept.has(e) ? options.keepBonus ?? 0 : 0);
  const penaltyAt = (r: number, k: number) => (options.order ? options.order.rank[r]! + (options.order.everyoneOnce ? k * tiers : 0) : 0);
  const held = Int32Array.from(problem.wants, (_, r) => [...locked].filter((e) => residents[e] === r).length);
  const penaltyOf = (chosen: ArrayLike<number>) => {
    const got = new Int32Array(problem.wants.length);
    return Array.from(chosen).reduce((sum, e) => { const k = got[residents[e]!]!++; return sum + (k >= held[residents[e]!]! ? penaltyAt(residents[e]!, k) : 0); }, 0);
  };
  const costOf = (chosen: ArrayLike<number>) => Array.from(chosen).reduce((sum, e) => sum + costAt(e), 0);
  // Row by row; of all ways to use the same places only the best is carried on.
  let best = new Map<string, { cap: number[]; pairs: number; penalty: number; cost: number }>([["", { cap: [...problem.capacity], pairs: 0, penalty: 0, cost: 0 }]]);
  for (let r = 0; r < problem.wants.length; r++) {
    const next: typeof best = new Map();
    const candidates = Array.from({ length: problem.rowStart[r + 1]! - problem.rowStart[r]! }, (_, k) => problem.rowStart[r]! + k);
    for (const state of best.values()) for (const some of subsets(candidates, problem.wants[r]!)) {
      if (candidates.some((e) => locked.has(e) && !some.includes(e)) || some.some((e) => banned.has(e))) continue;
      const cap = state.cap.slice();
      if (some.some((e) => --cap[problem.helper[e]!]! < 0)) continue;
      const penalty = state.penalty + some.slice(held[r]!).reduce((sum, _, k) => sum + penaltyAt(r, k + held[r]!), 0);
      const made = { cap, pairs: state.pairs + some.length, penalty, cost: state.cost + costOf(some) };
      const old = next.get(cap.join());
      if (!old || better(made, old)) next.set(cap.join(), made);
    }
    best = next;
  }
  const [top] = [...best.values()].sort((a, b) => (better(a, b) ? -1 : better(b, a) ? 1 : 0));
  return { pairs: top!.pairs, penalty: top!.penalty, cost: top!.cost, penaltyOf, costOf };
}

interface Worth { readonly pairs: number; readonly penalty: number; readonly cost: number }

function better(a: Worth, b: Worth): boolean {
  return a.pairs !== b.pairs ? a.pairs > b.pairs : a.penalty !== b.penalty ? a.penalty < b.penalty : a.cost < b.cost;
}

function subsets(items: readonly number[], most: number): number[][] {
  const all: number[][] = [[]];
  for (const item of items) all.push(...all.filter((some) => some.length < most).map((some) => [...some, item]));
  return all;
}

function generator(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
