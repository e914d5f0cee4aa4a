import type { Groups } from "./choice.ts";

/** A share as an exact fraction, 0 to more than 1. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/** How many residents who want a friend there are, in all and by group, and how many of them stay without one. */
export interface Headcount {
  readonly all: number;
  readonly without: number;
  readonly of: Int32Array;
}

export function countHeads(wants: Int32Array, served: number, groups: Groups): Headcount {
  const of = new Int32Array(groups.count);
  let all = 0;
  wants.forEach((n, r) => {
    if (n === 0) return;
    all++;
    if (groups.of[r]! >= 0) of[groups.of[r]!]!++;
  });
  return { all, without: all - served, of };
}

/** The largest share of a group that may stay without a friend: the share of all, and so many percentage points. */
export function shareAllowed({ all, without }: Headcount, capPoints: number): Share {
  return { numerator: 100 * without + capPoints * all, denominator: Math.max(1, 100 * all) };
}

/** How many of each group may stay without a friend at that share. */
export function roomsAt({ of }: Headcount, { numerator, denominator }: Share): Int32Array {
  return of.map((n) => Math.min(n, Math.floor((n * numerator) / denominator)));
}

/** The same for every smaller share, however little smaller. */
export function roomsBelow({ of }: Headcount, { numerator, denominator }: Share): Int32Array {
  return of.map((n) => (n === 0 ? 0 : Math.min(n, Math.ceil((n * numerator) / denominator) - 1)));
}

/** All shares above one at which the room of some group grows, ascending. */
export function sharesAbove(heads: Headcount, least: Share): Share[] {
  const shares: Share[] = [];
  const from = roomsAt(heads, least);
  heads.of.forEach((n, g) => { for (let k = from[g]! + 1; k <= n; k++) shares.push({ numerator: k, denominator: n }); });
  return shares.sort(compareShares).filter((share, at, all) => at === 0 || compareShares(share, all[at - 1]!) !== 0);
}

function compareShares(a: Share, b: Share): number {
  return a.numerator * b.denominator - b.numerator * a.denominator;
}

/** Percentage points by which a share exceeds that of all. */
export function pointsBeyond({ all, without }: Headcount, { numerator, denominator }: Share): Share {
  return { numerator: 100 * (numerator * all - without * denominator), denominator: denominator * Math.max(1, all) };
}
