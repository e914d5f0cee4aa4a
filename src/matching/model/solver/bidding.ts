import { openingPrice } from "./perfect.ts";
import type { PerfectProblem, PerfectState } from "./perfect.ts";

/** Bids in a row, each by the one the last pushed out, before the matter is left to shortest paths. Chosen by measurement. */
const BIDS_PER_CHAIN = 25;

/**
 * Exact bidding: each row takes its best column and raises the price only as far as everyone who stays there would
 * still rather stay than go; the holder with the least reason to stay makes room. No ε, so nothing to undo.
 */
export function bid(problem: PerfectProblem, state: PerfectState): void {
  const offer = { edge: -1, least: 0, second: 0 };
  for (let i = 0; i < problem.need.length; i++) {
    for (let k = state.missing[i]!; k > 0; k--) {
      let row = i;
      for (let bids = 0; row >= 0 && bids < BIDS_PER_CHAIN; bids++) row = bidOnce(problem, state, row, offer);
    }
  }
}

/** A row's cheapest pair it does not hold, its value, and the value of the next. One object serves all bids. */
interface Offer { edge: number; least: number; second: number }

/** One bid of a row with something missing; returns the row to bid next (who had to make room, or the same again), or -1. */
function bidOnce(problem: PerfectProblem, state: PerfectState, row: number, offer: Offer): number {
  findCheapest(problem, state, row, offer);
  if (offer.edge < 0) return -1;
  const j = problem.col[offer.edge]!;
  state.rowPrice[row] = offer.second;
  const opens = openingPrice(problem, state.load[j]!, j) - state.colPrice[j]!;
  if (opens > 0) return contest(problem, state, row, offer, opens);
  take(state, row, offer.edge, state.slotStart[j]! + state.load[j]!++);
  return -1;
}

function findCheapest({ rowStart, col, cost }: PerfectProblem, { taken, colPrice }: PerfectState, row: number, offer: Offer): void {
  let [edge, least, second] = [-1, Infinity, Infinity];
  for (let e = rowStart[row]!, end = rowStart[row + 1]!; e < end; e++) {
    if (taken[e] === 1) continue;
    const value = cost[e]! + colPrice[col[e]!]!;
    if (value >= second) continue;
    if (value < least) { second = least; least = value; edge = e; } else second = value;
  }
  offer.edge = edge;
  offer.least = least;
  offer.second = second;
}

/** A bid for a column that has no place at its price: the price rises until a further place opens or somebody would as soon leave. */
function contest(problem: PerfectProblem, state: PerfectState, row: number, offer: Offer, opens: number): number {
  const { need, cost } = problem;
  const { colPrice, rowPrice, load, slotStart, slotRow, slotEdge, missing, taken } = state;
  const j = problem.col[offer.edge]!;
  const price = colPrice[j]!;
  let slot = slotStart[j]!;
  let [weakest, next] = [Infinity, Infinity];
  for (let s = slot, end = s + load[j]!; s < end; s++) {
    const tolerance = rowPrice[slotRow[s]!]! - cost[slotEdge[s]!]! - price;
    if (tolerance < weakest) { next = weakest; weakest = tolerance; slot = s; } else if (tolerance < next) next = tolerance;
  }
  const own = offer.second - offer.least;
  if (opens < Infinity && opens <= Math.min(weakest, own)) {
    colPrice[j] = price + opens;
    take(state, row, offer.edge, slotStart[j]! + load[j]!++);
    return -1;
  }
  let raise = Math.min(own, next, opens);
  if (raise === Infinity) raise = weakest;
  if (raise === Infinity) return -1;
  colPrice[j] = price + raise;
  const leaving = slotRow[slot]!;
  // A row that holds other places too may only be moved once this one is no longer among its cheapest.
  if (raise < weakest && need[leaving]! - missing[leaving]! > 1) return raise > 0 ? row : -1;
  taken[slotEdge[slot]!] = 0;
  missing[leaving]!++;
  take(state, row, offer.edge, slot);
  return leaving;
}

function take({ slotRow, slotEdge, taken, missing }: PerfectState, row: number, edge: number, slot: number): void {
  slotRow[slot] = row;
  slotEdge[slot] = edge;
  taken[edge] = 1;
  missing[row]!--;
}
