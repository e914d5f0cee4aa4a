import type { IndexPair, MatchAnswer, MatchOptions, MatchProblem } from "../solver/problem.ts";

/** What all largest answers have in common, as the verifier finds it. */
export interface Ground {
  readonly problem: MatchProblem;
  readonly residentOf: Int32Array;
  readonly chosen: Uint8Array;
  /** Per candidate: 1 when no answer still in question differs in it. */
  readonly settled: Uint8Array;
  /** Per person, beside the locks: pairs given, how few and how many any answer in question gives, and how many are settled. */
  readonly residents: Degrees;
  readonly helpers: Degrees;
  /** What a candidate counts: its cost, less the bonus where it is kept. */
  readonly price: (candidate: number) => number;
  readonly served: Uint8Array;
}

export interface Degrees {
  readonly given: Int32Array;
  readonly least: Int32Array;
  readonly most: Int32Array;
  readonly standing: Int32Array;
}

export type GroundFlaw =
  | "not_a_candidate" | "repeated_pair" | "too_many_for_resident" | "too_many_for_helper" | "lock_missing" | "forbidden_used" | "wrong_totals" | "not_largest" | "proof_malformed";

/** Checks the limits, the totals and the cut; then reads from the cut what is left to choose. */
export function surveyGround(problem: MatchProblem, options: MatchOptions, answer: MatchAnswer): Ground | GroundFlaw {
  const { residentRegion, helperRegion } = answer.certificate;
  if (residentRegion.length !== problem.wants.length || helperRegion.length !== problem.capacity.length || [residentRegion, helperRegion].some((regions) => regions.some((region) => region < 0))) return "proof_malformed";
  const residentOf = new Int32Array(problem.helper.length);
  for (let r = 0; r < problem.wants.length; r++) residentOf.fill(r, problem.rowStart[r], problem.rowStart[r + 1]);
  const marks = readPairs(problem, options, answer);
  if (typeof marks === "string") return marks;
  const { chosen, settled, locks, limits } = marks;
  const ground: Ground = {
    problem, residentOf, chosen, settled, residents: degrees(limits.want), helpers: degrees(limits.cap), served: new Uint8Array(problem.wants.length),
    price: priceWith(problem, options),
  };
  return flawInTotals(ground, answer) ?? flawInTiers(ground, answer, tiersOf(problem, options, locks)) ?? ground;
}

const degrees = (most: Int32Array): Degrees => ({ given: new Int32Array(most.length), least: new Int32Array(most.length), most, standing: new Int32Array(most.length) });

function find({ rowStart, helper }: MatchProblem, pair: IndexPair): number {
  for (let e = rowStart[pair.resident] ?? 0; e < (rowStart[pair.resident + 1] ?? 0); e++) if (helper[e] === pair.helper) return e;
  return -1;
}

function readPairs(problem: MatchProblem, { locked = [], forbidden = [] }: MatchOptions, answer: MatchAnswer) {
  const [chosen, settled] = [new Uint8Array(problem.helper.length), new Uint8Array(problem.helper.length)];
  for (const e of answer.chosen) {
    if (!(e >= 0 && e < chosen.length)) return "not_a_candidate";
    if (chosen[e] === 1) return "repeated_pair";
    chosen[e] = 1;
  }
  const [want, cap, locks] = [problem.wants.slice(), problem.capacity.slice(), new Int32Array(problem.wants.length)];
  for (const pair of locked) {
    const e = find(problem, pair);
    if (e < 0 || chosen[e] === 0) return "lock_missing";
    settled[e] = 1;
    locks[pair.resident]!++;
    want[pair.resident]!--;
    cap[pair.helper]!--;
  }
  for (const pair of forbidden) {
    const e = find(problem, pair);
    if (e >= 0 && chosen[e] === 1) return "forbidden_used";
    if (e >= 0) settled[e] = 1;
  }
  return { chosen, settled, locks, limits: { want, cap } };
}

function priceWith(problem: MatchProblem, { kept = [], keepBonus = 0 }: MatchOptions): Ground["price"] {
  const cheaper = new Set(kept.map((pair) => find(problem, pair)));
  return (e) => problem.cost[e]! - (cheaper.has(e) ? keepBonus : 0);
}

function flawInTotals({ problem, residentOf, chosen, settled, residents, helpers, served }: Ground, answer: MatchAnswer): GroundFlaw | null {
  let [pairs, cost] = [0, 0];
  chosen.forEach((one, e) => {
    if (one === 0) return;
    pairs++;
    cost += problem.cost[e]!;
    served[residentOf[e]!] = 1;
    if (settled[e] === 1) return;
    residents.given[residentOf[e]!]!++;
    helpers.given[problem.helper[e]!]!++;
  });
  if (residents.given.some((n, r) => n > residents.most[r]!)) return "too_many_for_resident";
  if (helpers.given.some((n, h) => n > helpers.most[h]!)) return "too_many_for_helper";
  const count = served.reduce((sum, one) => sum + one, 0);
  return pairs === answer.pairs && cost === answer.cost && count === answer.served ? null : "wrong_totals";
}

interface Tiers {
  readonly of: (resident: number, k: number) => number;
  readonly last: number;
}

function tiersOf({ wants }: MatchProblem, { order }: MatchOptions, locks: Int32Array): Tiers {
  if (!order) return { of: () => 0, last: 0 };
  const ranks = Int32Array.from(new Set(order.rank)).sort();
  const index = new Map(Array.from(ranks, (rank, at) => [rank, at]));
  const rounds = order.everyoneOnce ? wants.reduce((a, b) => Math.max(a, b), 1) : 1;
  return { of: (r, k) => index.get(order.rank[r]!)! + (order.everyoneOnce ? (locks[r]! + k) * ranks.length : 0), last: Math.max(0, ranks.length * rounds - 1) };
}

/**
 * What passes the cut of each tier must be just what the answer gives to the tiers up to it. Then a region's residents get all places
 * of earlier tiers and none of later ones, its helpers are full, every pair to a later region stands and none to an earlier.
 */
function flawInTiers({ problem, residentOf, chosen, settled, residents, helpers }: Ground, { certificate }: MatchAnswer, tiers: Tiers): GroundFlaw | null {
  const region = (some: Int32Array): number[] => Array.from(some, (at) => Math.min(at, tiers.last + 1));
  const [regionOf, helperRegion] = [region(certificate.residentRegion), region(certificate.helperRegion)];
  // Per tier: places given, less what passes; a place counts as passing while its resident is outside.
  const slack = new Float64Array(tiers.last + 2);
  const between = (from: number, to: number): void => { if (from < to) { slack[from]!++; slack[Math.min(to, slack.length - 1)]!--; } };
  for (let r = 0; r < residents.most.length; r++) {
    const wanted = residents.most[r]!;
    for (let k = 0; k < wanted; k++) {
      between(tiers.of(r, k), regionOf[r]!);
      if (k < residents.given[r]!) slack[tiers.of(r, k)]!--;
    }
    residents.most[r] = count(wanted, (k) => tiers.of(r, k) <= regionOf[r]!);
    residents.least[r] = count(wanted, (k) => tiers.of(r, k) < regionOf[r]!);
  }
  helpers.most.forEach((cap, h) => { slack[helperRegion[h]!]! += cap; });
  for (let e = 0; e < residentOf.length; e++) {
    if (settled[e] === 1) continue;
    const [r, h] = [residentOf[e]!, problem.helper[e]!];
    between(regionOf[r]!, helperRegion[h]!);
    if (regionOf[r] === helperRegion[h]) continue;
    settled[e] = 1;
    if ((regionOf[r]! < helperRegion[h]!) !== (chosen[e] === 1)) return "not_largest";
    residents.standing[r]! += chosen[e]!;
    helpers.standing[h]! += chosen[e]!;
  }
  for (let sum = 0, tier = 0; tier <= tiers.last; tier++) if ((sum += slack[tier]!) !== 0) return "not_largest";
  helperRegion.forEach((at, h) => { helpers.least[h] = at <= tiers.last ? helpers.most[h]! : 0; });
  const full = ({ most, standing }: Degrees, person: number): boolean => most[person] === standing[person];
  for (let e = 0; e < residentOf.length; e++) if (full(residents, residentOf[e]!) || full(helpers, problem.helper[e]!)) settled[e] = 1;
  return null;
}

function count(most: number, holds: (k: number) => boolean): number {
  let sum = 0;
  for (let k = 0; k < most; k++) if (holds(k)) sum++;
  return sum;
}
