import type { PerfectProblem, PerfectState } from "./perfect.ts";

/** Bids in a row, each by the one the last pushed out, before the matter is left to shortest paths. Chosen by measurement. */
const BIDS_PER_CHAIN = 6;

/**
 * Exact bidding: each row takes its best column and raises the price only as far as everyone who stays there would
 * still rather stay than go; the holder with the least reason to stay makes room. No ε, so nothing to undo.
 */
export function bid(problem: PerfectProblem, state: PerfectState): void {
  for (let i = 0; i < problem.need.length; i++) {
    for (let k = state.missing[i]!; k > 0; k--) {
      let row = i;
      for (let bids = 0; row >= 0 && bids < BIDS_PER_CHAIN; bids++) row = bidOnce(problem, state, row);
    }
  }
}

/** One bid of a row with something missing; returns the row that had to make room, or -1. */
function bidOnce(problem: PerfectProblem, state: PerfectState, row: number): number {
  const { rowStart, col, cost, room, entry, step } = problem;
  const { taken, colPrice, rowPrice, load, slotStart, slotRow, slotEdge, missing } = state;
  let [best, least, second] = [-1, Infinity, Infinity];
  for (let e = rowStart[row]!, end = rowStart[row + 1]!; e < end; e++) {
    if (taken[e] === 1) continue;
    const value = cost[e]! + colPrice[col[e]!]!;
    if (value >= second) continue;
    if (value < least) { second = least; least = value; best = e; } else second = value;
  }
  if (best < 0) return -1;
  const j = col[best]!;
  const price = colPrice[j]!;
  rowPrice[row] = second;
  let slot = slotStart[j]! + load[j]!;
  let raise = second - least;
  let leaving = -1;
  let weakest = Infinity;
  const opens = load[j]! < room[j]! ? entry[j]! + load[j]! * step[j]! - price : Infinity;
  if (opens > 0) {
    let next = Infinity;
    slot = slotStart[j]!;
    for (let s = slotStart[j]!, end = s + load[j]!; s < end; s++) {
      const tolerance = rowPrice[slotRow[s]!]! - cost[slotEdge[s]!]! - price;
      if (tolerance < weakest) { next = weakest; weakest = tolerance; slot = s; } else if (tolerance < next) next = tolerance;
    }
    if (opens < Infinity && opens <= Math.min(weakest, raise)) {
      raise = opens;
      slot = slotStart[j]! + load[j]!;
    } else {
      raise = Math.min(raise, next, opens);
      if (raise === Infinity) raise = weakest;
      if (raise === Infinity) return -1;
      leaving = slotRow[slot]!;
    }
    colPrice[j] = price + raise;
    // A row that holds other places too may only be moved once this one is no longer among its cheapest.
    if (leaving >= 0 && raise < weakest && problem.need[leaving]! - missing[leaving]! > 1) return raise > 0 ? row : -1;
  }
  if (leaving >= 0) {
    taken[slotEdge[slot]!] = 0;
    missing[leaving]!++;
  } else load[j]!++;
  slotRow[slot] = row;
  slotEdge[slot] = best;
  taken[best] = 1;
  missing[row]!--;
  return leaving;
}
