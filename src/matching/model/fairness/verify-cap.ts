import type { Groups } from "./choice.ts";
import type { FairAnswer } from "./solve-fairly.ts";
import type { Ground } from "./verify-cut.ts";
import { atBound, settleStage, wellFormed } from "./verify-stage.ts";

export type CapFlaw = "price_invalid" | "cap_exceeded" | "cap_not_smallest" | "not_cheapest";

type Proof = FairAnswer["proof"] & { readonly kind: "cap" };

/** Is every group within its share, is that share as asked for or the smallest there is, and is no such answer cheaper? */
export function flawInCap(ground: Ground, capPoints: number, groups: Groups, proof: Proof): CapFlaw | null {
  if (!readable(ground, groups, proof)) return "price_invalid";
  const heads = headsOf(ground, groups);
  const { size, without } = heads;
  const asked = size.map((n) => largest(n, (some) => !exceeds(heads, n, some, capPoints)));
  const over = [...size.keys()].filter((g) => without[g]! > asked[g]!);
  if (over.join() !== proof.over.join() || proof.kept !== (over.length === 0)) return "cap_exceeded";
  const room = proof.kept ? asked : size.map((n) => Number((BigInt(n) * BigInt(proof.allowed.numerator)) / BigInt(proof.allowed.denominator)));
  for (let g = 0; g < groups.count; g++) {
    if (without[g]! > room[g]! || (proof.groupPrice[g]! > 0 && without[g] !== Math.min(size[g]!, room[g]!))) return "cap_exceeded";
  }
  const { residents, served } = ground;
  const contest = new Set([...served.keys()].filter((r) => residents.least[r] === 0 && residents.standing[r] === 0 && residents.most[r] === 1 && served[r] === residents.given[r]));
  return flawInPrices(ground, groups, proof, contest) ?? (proof.kept || crowded(ground, groups, size, proof, contest) ? null : "cap_not_smallest");
}

function readable({ problem }: Ground, groups: Groups, { allowed: { numerator, denominator }, groupPrice, last }: Proof): boolean {
  return Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator) && numerator >= 0 && denominator > 0
    && groupPrice.length === groups.count && groupPrice.every((price) => Number.isSafeInteger(price) && price >= 0) && wellFormed(problem, last);
}

interface Heads {
  readonly size: Int32Array;
  readonly without: Int32Array;
  readonly all: number;
  readonly allWithout: number;
}

function headsOf({ problem: { wants }, served }: Ground, groups: Groups): Heads {
  const [size, without] = [new Int32Array(groups.count), new Int32Array(groups.count)];
  let [all, allWithout] = [0, 0];
  wants.forEach((n, r) => {
    if (n === 0) return;
    all++;
    allWithout += 1 - served[r]!;
    if (groups.of[r]! < 0) return;
    size[groups.of[r]!]!++;
    without[groups.of[r]!]! += 1 - served[r]!;
  });
  return { size, without, all, allWithout };
}

/** without / size − allWithout / all > points / 100, in whole numbers. */
function exceeds({ all, allWithout }: Heads, size: number, without: number, points: number): boolean {
  return 100n * (BigInt(without) * BigInt(all) - BigInt(allWithout) * BigInt(size)) > BigInt(points) * BigInt(size) * BigInt(all);
}

function largest(most: number, holds: (n: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle; else high = middle - 1;
  }
  return low;
}

/** To give one who may stay without is worth the resident's own price and the group's. */
function flawInPrices(ground: Ground, groups: Groups, { last, groupPrice }: Proof, contest: ReadonlySet<number>): CapFlaw | null {
  const { problem, residents } = ground;
  for (const r of problem.wants.keys()) {
    const shared = contest.has(r) && groups.of[r]! >= 0 ? groupPrice[groups.of[r]!]! : 0;
    if (!atBound(residents, r, last.residentPrice[r]! - shared)) return "not_cheapest";
  }
  const prices = { resident: (r: number) => last.residentPrice[r]!, helper: (h: number) => last.helperPrice[h]!, residents: [], helpers: problem.capacity.keys() };
  return settleStage({ ...ground, settled: ground.settled.slice() }, [...problem.helper.keys()], ground.price, prices) ? null : "not_cheapest";
}

/** Were the share any smaller, the crowd would outnumber the places of all helpers it knows and the ways its groups may stay without. */
function crowded({ problem, settled, helpers }: Ground, groups: Groups, size: Int32Array, { crowd, allowed }: Proof, contest: ReadonlySet<number>): boolean {
  const members = new Set(crowd);
  const [known, labels] = [new Set<number>(), new Set<number>()];
  for (const r of members) {
    if (!contest.has(r) || groups.of[r]! < 0) return false;
    labels.add(groups.of[r]!);
    for (let e = problem.rowStart[r]!; e < problem.rowStart[r + 1]!; e++) if (settled[e] === 0) known.add(problem.helper[e]!);
  }
  let places = 0n;
  for (const h of known) places += BigInt(helpers.most[h]!);
  for (const g of labels) places += (BigInt(size[g]!) * BigInt(allowed.numerator) + BigInt(allowed.denominator) - 1n) / BigInt(allowed.denominator) - 1n;
  return places < BigInt(members.size);
}
