import type { IndexPair, MatchAnswer, MatchOptions, MatchProblem } from "./problem.ts";

/** Why an answer was refused; `null` from `verify` means it was proven best. */
export type Flaw =
  | "not_a_candidate" | "repeated_pair" | "too_many_for_resident" | "too_many_for_helper" | "lock_missing" | "forbidden_used"
  | "wrong_totals" | "not_largest" | "price_invalid" | "not_cheapest";

/**
 * Checks an answer from the problem alone, sharing no code with the solver: that it keeps every limit, that for each tier of the
 * serving order the cut lets no more places through, and that the prices bound the cost of every other such answer from
 * below by exactly this one's.
 */
export function verify(problem: MatchProblem, options: MatchOptions, answer: MatchAnswer): Flaw | null {
  const view = readAnswer(problem, options, answer);
  if (typeof view === "string") return view;
  return flawInTotals(view) ?? flawInCuts(view) ?? flawInPrices(view);
}

interface View {
  readonly problem: MatchProblem;
  readonly answer: MatchAnswer;
  /** Per candidate: 1 chosen; and 2 locked, 3 forbidden, 0 free to choose. */
  readonly chosen: Uint8Array;
  readonly fixed: Uint8Array;
  /** What is left of wants and capacity beside the locks, and how many free pairs each resident was given. */
  readonly want: Int32Array;
  readonly cap: Int32Array;
  readonly given: Int32Array;
  readonly price: (candidate: number) => number;
  /** Place in the serving order of a resident's `k`-th place beside the locks, and the last of all. */
  readonly tier: (resident: number, k: number) => number;
  readonly lastTier: number;
  /** Regions as certified; whatever lies beyond the last tier is one region, outside. */
  readonly regionOf: Int32Array;
  readonly helperRegion: Int32Array;
}

function readAnswer(problem: MatchProblem, options: MatchOptions, answer: MatchAnswer): View | Flaw {
  const size = problem.helper.length;
  const chosen = new Uint8Array(size);
  for (const e of answer.chosen) {
    if (!(e >= 0 && e < size)) return "not_a_candidate";
    if (chosen[e]) return "repeated_pair";
    chosen[e] = 1;
  }
  const fixed = new Uint8Array(size);
  for (const e of locate(problem, options.forbidden)) {
    fixed[e] = 3;
    if (chosen[e]) return "forbidden_used";
  }
  const locked = locate(problem, options.locked);
  if (locked.size !== (options.locked?.length ?? 0)) return "lock_missing";
  for (const e of locked) if (!chosen[e]) return "lock_missing"; else fixed[e] = 2;
  const [want, cap, given] = [problem.wants.slice(), problem.capacity.slice(), new Int32Array(problem.wants.length)];
  for (const pair of options.locked ?? []) { want[pair.resident]!--; cap[pair.helper]!--; }
  for (let r = 0; r < want.length; r++) for (let e = problem.rowStart[r]!; e < problem.rowStart[r + 1]!; e++) if (chosen[e] && !fixed[e]) given[r]!++;
  const kept = locate(problem, options.kept);
  const price = (e: number) => problem.cost[e]! - (kept.has(e) ? options.keepBonus ?? 0 : 0);
  const tier = readOrder(options, problem.wants.map((n, r) => n - want[r]!));
  const lastTier = want.reduce((most, n, r) => (n > 0 ? Math.max(most, tier(r, n - 1)) : most), 0);
  const regions = (all: Int32Array): Int32Array => all.map((region) => Math.min(region, lastTier + 1));
  const { residentRegion, helperRegion, residentPrice, helperPrice } = answer.certificate;
  if (residentRegion.length !== want.length || helperRegion.length !== cap.length || residentPrice.length !== want.length || helperPrice.length !== cap.length) return "price_invalid";
  return { problem, answer, chosen, fixed, want, cap, given, price, tier, lastTier, regionOf: regions(residentRegion), helperRegion: regions(helperRegion) };
}

function locate(problem: MatchProblem, pairs: readonly IndexPair[] = []): Set<number> {
  const found = new Set<number>();
  for (const { resident, helper } of pairs) {
    for (let e = problem.rowStart[resident] ?? 0; e < (problem.rowStart[resident + 1] ?? 0); e++) if (problem.helper[e] === helper) found.add(e);
  }
  return found;
}

/** Ranks counted without gaps; with everyone once, all second places come after all first ones. */
function readOrder({ order }: MatchOptions, locked: Int32Array): View["tier"] {
  if (!order) return () => 0;
  const sorted = Int32Array.from(new Set(order.rank)).sort();
  const index = new Map(Array.from(sorted, (rank, at) => [rank, at]));
  return (r, k) => index.get(order.rank[r]!)! + (order.everyoneOnce ? (locked[r]! + k) * sorted.length : 0);
}

function flawInTotals({ problem, answer, chosen }: View): Flaw | null {
  const taken = new Int32Array(problem.capacity.length);
  let [pairs, served, cost] = [0, 0, 0];
  for (let r = 0; r < problem.wants.length; r++) {
    let got = 0;
    for (let e = problem.rowStart[r]!; e < problem.rowStart[r + 1]!; e++) {
      if (!chosen[e]) continue;
      got++;
      cost += problem.cost[e]!;
      if (++taken[problem.helper[e]!]! > problem.capacity[problem.helper[e]!]!) return "too_many_for_helper";
    }
    if (got > problem.wants[r]!) return "too_many_for_resident";
    pairs += got;
    served += got > 0 ? 1 : 0;
  }
  return pairs === answer.pairs && served === answer.served && cost === answer.cost ? null : "wrong_totals";
}

/**
 * For each tier `t`: the places of tiers up to `t` can be no more than those of residents outside the regions up to `t`, plus the capacity
 * of helpers inside, plus the pairs from inside to outside. All tiers in one pass: each term counts over a stretch of tiers.
 */
function flawInCuts({ problem, fixed, want, cap, given, tier, lastTier, regionOf, helperRegion }: View): Flaw | null {
  const changes = new Map<number, number>();
  const count = (from: number, to: number, by: number) => {
    if (from >= to) return;
    changes.set(from, (changes.get(from) ?? 0) + by);
    changes.set(to, (changes.get(to) ?? 0) - by);
  };
  for (let r = 0; r < want.length; r++) {
    for (let k = 0; k < want[r]!; k++) {
      count(tier(r, k), regionOf[r]!, 1);
      if (k < given[r]!) count(tier(r, k), Infinity, -1);
    }
    for (let e = problem.rowStart[r]!; e < problem.rowStart[r + 1]!; e++) if (!fixed[e]) count(regionOf[r]!, helperRegion[problem.helper[e]!]!, 1);
  }
  for (let h = 0; h < cap.length; h++) count(helperRegion[h]!, Infinity, cap[h]!);
  let slack = 0;
  for (const at of [...changes.keys()].filter((key) => key <= lastTier).sort((a, b) => a - b)) {
    slack += changes.get(at)!;
    if (slack !== 0) return "not_largest";
  }
  return null;
}

/**
 * Weak duality. Since every cut is tight, every answer as large serves residents outside the regions in full, uses helpers inside in full,
 * serves every place of a tier before the one that closed the region, takes every pair from a region to a later one and none back.
 * What is left is bounded below place by place and pair by pair.
 */
function flawInPrices(view: View): Flaw | null {
  const { problem, answer, chosen, fixed, want, cap, price, tier, lastTier, regionOf, helperRegion } = view;
  const { residentPrice: u, helperPrice: p } = answer.certificate;
  if (!u.every(Number.isSafeInteger) || !p.every(Number.isSafeInteger)) return "price_invalid";
  const [may, must, capLeft] = [new Int32Array(want.length), new Int32Array(want.length), cap.slice()];
  let [bound, total] = [0n, 0n];
  for (let r = 0; r < want.length; r++) {
    for (let k = 0; k < want[r]!; k++) {
      if (tier(r, k) <= regionOf[r]!) may[r]!++;
      if (tier(r, k) < regionOf[r]!) must[r]!++;
    }
    for (let e = problem.rowStart[r]!; e < problem.rowStart[r + 1]!; e++) {
      if (chosen[e]) total += BigInt(price(e));
      const across = !fixed[e] && regionOf[r]! < helperRegion[problem.helper[e]!]!;
      if (fixed[e] === 2 || across) bound += BigInt(price(e));
      if (!across) continue;
      may[r]!--;
      must[r]!--;
      capLeft[problem.helper[e]!]!--;
    }
  }
  bound += gainOfPairs(view, may, capLeft);
  for (let r = 0; r < want.length; r++) bound += BigInt(u[r]!) * BigInt(u[r]! < 0 ? may[r]! : Math.max(0, must[r]!));
  for (let h = 0; h < cap.length; h++) {
    // Outside the regions a place may stay empty, so a price below zero would claim too much.
    if (p[h]! < 0 && helperRegion[h]! > lastTier) return "price_invalid";
    bound -= BigInt(p[h]!) * BigInt(capLeft[h]!);
  }
  return bound === total ? null : "not_cheapest";
}

/** What the pairs within one region could gain at most over the prices of the two people, each being used once or not at all. */
function gainOfPairs({ problem, answer, fixed, price, regionOf, helperRegion }: View, may: Int32Array, capLeft: Int32Array): bigint {
  const { residentPrice: u, helperPrice: p } = answer.certificate;
  let gain = 0n;
  for (let r = 0; r < may.length; r++) {
    for (let e = problem.rowStart[r]!; e < problem.rowStart[r + 1]!; e++) {
      const h = problem.helper[e]!;
      if (fixed[e] || regionOf[r] !== helperRegion[h] || may[r]! <= 0 || capLeft[h]! <= 0) continue;
      const reduced = price(e) - u[r]! + p[h]!;
      if (reduced < 0) gain += BigInt(reduced);
    }
  }
  return gain;
}
