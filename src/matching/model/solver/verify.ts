import type { IndexPair, MatchAnswer, MatchOptions, MatchProblem } from "./problem.ts";

/** Why an answer was refused; `null` from `verify` means it was proven best. */
export type Flaw =
  | "not_a_candidate" | "repeated_pair" | "too_many_for_resident" | "too_many_for_helper" | "lock_missing" | "forbidden_used"
  | "wrong_totals" | "not_largest" | "price_invalid" | "order_invalid" | "not_cheapest";

/**
 * Checks an answer from the problem alone, sharing no code with the solver: that it keeps every limit, that the cut lets no
 * more pairs through, and that the prices bound the cost of every other largest answer from below by exactly this one's.
 */
export function verify(problem: MatchProblem, options: MatchOptions, answer: MatchAnswer): Flaw | null {
  const view = readAnswer(problem, options, answer);
  if (typeof view === "string") return view;
  return flawInTotals(view) ?? flawInCut(view) ?? flawInPrices(view);
}

interface View {
  readonly problem: MatchProblem;
  readonly options: MatchOptions;
  readonly answer: MatchAnswer;
  /** Per candidate: 1 chosen; and 2 locked, 3 forbidden, 0 free to choose. */
  readonly chosen: Uint8Array;
  readonly fixed: Uint8Array;
  /** What is left of wants and capacity beside the locks, and the places held by locks. */
  readonly want: Int32Array;
  readonly cap: Int32Array;
  readonly held: Int32Array;
  readonly price: (candidate: number) => number;
}

function readAnswer(problem: MatchProblem, options: MatchOptions, answer: MatchAnswer): View | Flaw {
  const size = problem.helper.length;
  const chosen = new Uint8Array(size);
  for (const e of answer.chosen) {
    if (!(e >= 0 && e < size)) return "not_a_candidate";
    if (chosen[e]) return "repeated_pair";
    chosen[e] = 1;
  }
  const [want, cap, held] = [problem.wants.slice(), problem.capacity.slice(), new Int32Array(problem.wants.length)];
  const fixed = new Uint8Array(size);
  for (const e of locate(problem, options.forbidden)) {
    fixed[e] = 3;
    if (chosen[e]) return "forbidden_used";
  }
  const locked = locate(problem, options.locked);
  if (locked.size !== (options.locked?.length ?? 0)) return "lock_missing";
  for (const e of locked) if (!chosen[e]) return "lock_missing"; else fixed[e] = 2;
  for (const pair of options.locked ?? []) { want[pair.resident]!--; cap[pair.helper]!--; held[pair.resident]!++; }
  const kept = locate(problem, options.kept);
  const price = (e: number) => problem.cost[e]! - (kept.has(e) ? options.keepBonus ?? 0 : 0);
  return { problem, options, answer, chosen, fixed, want, cap, held, price };
}

function locate(problem: MatchProblem, pairs: readonly IndexPair[] = []): Set<number> {
  const found = new Set<number>();
  for (const { resident, helper } of pairs) {
    for (let e = problem.rowStart[resident] ?? 0; e < (problem.rowStart[resident + 1] ?? 0); e++) if (problem.helper[e] === helper) found.add(e);
  }
  return found;
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

/** No answer has more pairs than residents outside want, helpers inside can take, and pairs across allow. */
function flawInCut({ problem, options, answer, fixed, want, cap }: View): Flaw | null {
  const { residentInCut: inR, helperInCut: inH } = answer.certificate;
  let limit = options.locked?.length ?? 0;
  for (let r = 0; r < want.length; r++) {
    if (!inR[r]) limit += want[r]!;
    else for (let e = problem.rowStart[r]!; e < problem.rowStart[r + 1]!; e++) if (!fixed[e] && !inH[problem.helper[e]!]) limit++;
  }
  for (let h = 0; h < cap.length; h++) if (inH[h]) limit += cap[h]!;
  return limit === answer.pairs ? null : "not_largest";
}

/**
 * Weak duality. Since the cut is tight, every largest answer serves residents outside it and uses helpers inside it in full,
 * takes every pair from inside to outside and none back. What is left is bounded below place by place and pair by pair.
 */
function flawInPrices(view: View): Flaw | null {
  const { problem, answer, fixed, want, cap, price } = view;
  const { residentInCut: inR, helperInCut: inH, residentPrice: u, helperPrice: p } = answer.certificate;
  if (!u.every(Number.isSafeInteger) || !p.every(Number.isSafeInteger)) return "price_invalid";
  const order = readOrder(view);
  if (!order) return "order_invalid";
  const [wantLeft, capLeft, held] = [want.slice(), cap.slice(), view.held.slice()];
  let bound = 0n;
  for (let r = 0; r < want.length; r++) {
    for (let e = problem.rowStart[r]!; e < problem.rowStart[r + 1]!; e++) {
      const h = problem.helper[e]!;
      if (fixed[e] === 2) bound += BigInt(price(e));
      if (fixed[e] || !inR[r] || inH[h]) continue;
      bound += BigInt(price(e)) + order.penalty(r, held[r]!++);
      wantLeft[r]!--;
      capLeft[h]!--;
    }
  }
  bound += gainOfPairs(view, wantLeft, capLeft);
  for (let r = 0; r < want.length; r++) bound += inR[r] ? leastForResident(u[r]!, wantLeft[r]!, held[r]!, (k) => order.penalty(r, k)) : allPlaces(u[r]!, want[r]!, held[r]!, (k) => order.penalty(r, k));
  for (let h = 0; h < cap.length; h++) {
    if (!inH[h] && p[h]! < 0) return "price_invalid";
    bound -= BigInt(p[h]!) * BigInt(capLeft[h]!);
  }
  return bound === order.total() ? null : "not_cheapest";
}

/** What the pairs within one side could gain at most over the prices of the two people, each being used once or not at all. */
function gainOfPairs({ problem, answer, fixed, price }: View, wantLeft: Int32Array, capLeft: Int32Array): bigint {
  const { residentInCut: inR, helperInCut: inH, residentPrice: u, helperPrice: p } = answer.certificate;
  let gain = 0n;
  for (let r = 0; r < wantLeft.length; r++) {
    for (let e = problem.rowStart[r]!; e < problem.rowStart[r + 1]!; e++) {
      const h = problem.helper[e]!;
      if (fixed[e] || inR[r] !== inH[h] || wantLeft[r]! <= 0 || capLeft[h]! <= 0) continue;
      const reduced = price(e) - u[r]! + p[h]!;
      if (reduced < 0) gain += BigInt(reduced);
    }
  }
  return gain;
}

function allPlaces(price: number, want: number, held: number, penalty: (k: number) => bigint): bigint {
  let sum = BigInt(price) * BigInt(want);
  for (let k = 0; k < want; k++) sum += penalty(held + k);
  return sum;
}

/** Inside the cut a resident may get anything from none to all: the cheapest of these. */
function leastForResident(price: number, want: number, held: number, penalty: (k: number) => bigint): bigint {
  let [least, sum] = [0n, 0n];
  for (let k = 0; k < want; k++) {
    sum += BigInt(price) + penalty(held + k);
    if (sum < least) least = sum;
  }
  return least;
}

/** The serving order as cost. Null unless one step of it outweighs every possible difference in cost. */
function readOrder({ problem, options: { order }, answer, chosen, want, held, price }: View) {
  const step = answer.certificate.stepCost;
  const tiers = order ? order.rank.reduce((a, b) => Math.max(a, b), -1) + 1 : 0;
  const penalty = (r: number, k: number): bigint => (order ? BigInt(step) * BigInt(order.rank[r]! + (order.everyoneOnce ? k * tiers : 0)) : 0n);
  let [least, most, units] = [0, 0, 0];
  for (let e = 0; e < problem.cost.length; e++) { least = Math.min(least, price(e)); most = Math.max(most, price(e)); }
  for (let r = 0; r < want.length; r++) units += want[r]!;
  if (order && !(Number.isSafeInteger(step) && step > units * (most - least))) return null;
  const total = (): bigint => {
    let sum = 0n;
    for (let r = 0; r < want.length; r++) {
      let k = 0;
      for (let e = problem.rowStart[r]!; e < problem.rowStart[r + 1]!; e++) if (chosen[e]) { sum += BigInt(price(e)); if (k++ >= held[r]!) sum += penalty(r, k - 1); }
    }
    return sum;
  };
  return { penalty, total };
}
