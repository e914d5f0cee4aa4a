import { openingPrice } from "./perfect.ts";
import type { PerfectProblem, PerfectState } from "./perfect.ts";

/** Bids that may follow from one row's, each by somebody the last pushed out, before the matter is left to shortest paths. Chosen by measurement. */
const BIDS_PER_CHAIN = 25;

/**
 * Exact bidding: each row takes its best columns, as many as it lacks, and raises their prices only as far as everyone who stays there
 * would still rather stay than go; the holder with the least reason to stay makes room. No ε, so nothing to undo.
 */
export function bid(problem: PerfectProblem, state: PerfectState): void {
  const most = problem.need.reduce((a, b) => Math.max(a, b), 1);
  const offers = { edges: new Int32Array(most + 1), values: new Float64Array(most + 1), size: 0 };
  const waiting: number[] = [];
  for (let i = 0; i < problem.need.length; i++) {
    if (state.missing[i] === 0) continue;
    waiting.push(i);
    for (let bids = 0; waiting.length > 0 && bids < BIDS_PER_CHAIN; bids++) bidOnce(problem, state, waiting.pop()!, offers, waiting);
    waiting.length = 0;
  }
}

/** A row's cheapest pairs it does not hold with their values, cheapest first: as many as it lacks and one more. One object serves all bids. */
interface Offers { readonly edges: Int32Array; readonly values: Float64Array; size: number }

/** Bids for everything a row lacks. Who had to make room waits to bid next; the row itself too, when it gained nothing but higher prices. */
function bidOnce(problem: PerfectProblem, state: PerfectState, row: number, offers: Offers, waiting: number[]): void {
  const wanted = state.missing[row]!;
  if (wanted === 0) return;
  findCheapest(problem, state, row, offers);
  const limit = offers.size > wanted ? offers.values[wanted]! : Infinity;
  state.rowPrice[row] = limit;
  const turn = waiting.length;
  let raised = false;
  for (let k = Math.min(offers.size, wanted) - 1; k >= 0; k--) {
    const edge = offers.edges[k]!;
    const j = problem.col[edge]!;
    const opens = openingPrice(problem, state.load[j]!, j) - state.colPrice[j]!;
    if (opens <= 0) take(state, row, edge, state.slotStart[j]! + state.load[j]!++);
    else if (contest(problem, state, { row, edge, most: limit - offers.values[k]!, opens }, waiting)) raised = true;
  }
  if (raised && state.missing[row]! > 0) waiting.splice(turn, 0, row);
}

function findCheapest({ rowStart, col, cost }: PerfectProblem, { taken, colPrice, missing }: PerfectState, row: number, offers: Offers): void {
  const { edges, values } = offers;
  const room = missing[row]! + 1;
  let size = 0;
  for (let e = rowStart[row]!, end = rowStart[row + 1]!; e < end; e++) {
    const value = cost[e]! + colPrice[col[e]!]!;
    if ((size === room && value >= values[size - 1]!) || taken[e] === 1) continue;
    let at = size === room ? size - 1 : size++;
    for (; at > 0 && values[at - 1]! > value; at--) {
      values[at] = values[at - 1]!;
      edges[at] = edges[at - 1]!;
    }
    values[at] = value;
    edges[at] = e;
  }
  offers.size = size;
}

/** A bid for a column that has no place at its price: it may raise the price by `most`, and a further place opens `opens` above it. */
interface Bid { readonly row: number; readonly edge: number; readonly most: number; readonly opens: number }

/** The price rises until a further place opens or somebody would as soon leave. True when only the price rose. */
function contest(problem: PerfectProblem, state: PerfectState, { row, edge, most, opens }: Bid, waiting: number[]): boolean {
  const { need, cost } = problem;
  const { colPrice, rowPrice, load, slotStart, slotRow, slotEdge, missing, taken } = state;
  const j = problem.col[edge]!;
  const price = colPrice[j]!;
  let slot = slotStart[j]!;
  let [weakest, next] = [Infinity, Infinity];
  for (let s = slot, end = s + load[j]!; s < end; s++) {
    const tolerance = rowPrice[slotRow[s]!]! - cost[slotEdge[s]!]! - price;
    if (tolerance < weakest) { next = weakest; weakest = tolerance; slot = s; } else if (tolerance < next) next = tolerance;
  }
  if (opens < Infinity && opens <= Math.min(weakest, most)) {
    colPrice[j] = price + opens;
    take(state, row, edge, slotStart[j]! + load[j]!++);
    return false;
  }
  let raise = Math.min(most, next, opens);
  if (raise === Infinity) raise = weakest;
  if (raise === Infinity) return false;
  colPrice[j] = price + raise;
  const leaving = slotRow[slot]!;
  // A row that holds other places too may only be moved once this one is no longer among its cheapest.
  if (raise < weakest && need[leaving]! - missing[leaving]! > 1) return raise > 0;
  taken[slotEdge[slot]!] = 0;
  missing[leaving]!++;
  take(state, row, edge, slot);
  waiting.push(leaving);
  return false;
}

function take({ slotRow, slotEdge, taken, missing }: PerfectState, row: number, edge: number, slot: number): void {
  slotRow[slot] = row;
  slotEdge[slot] = edge;
  taken[edge] = 1;
  missing[row]!--;
}
