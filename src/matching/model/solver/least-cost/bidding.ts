import { openingPrice } from "./perfect.ts";
import type { PerfectProblem, PerfectState } from "./perfect.ts";
import { ENTRY, type Shortlists } from "./shortlist.ts";

/** Bids that may follow from one row's, each by somebody the last pushed out, before the matter is left to shortest paths. Chosen by measurement. */
const BIDS_PER_CHAIN = 25;

/**
 * Exact bidding: each row takes its best columns, as many as it lacks, and raises their prices only as far as everyone who stays there
 * would still rather stay than go; the holder with the least reason to stay makes room. No ε, so nothing to undo.
 */
export function bid(problem: PerfectProblem, state: PerfectState, lists: Shortlists): void {
  const market = new Market(problem, state, lists);
  for (let row = 0; row < problem.need.length; row++) if (state.missing[row]! > 0) market.serve(row);
}

class Market {
  private readonly problem: PerfectProblem;
  private readonly state: PerfectState;
  private readonly lists: Shortlists;
  /** The cheapest pairs a row does not hold with their values, cheapest first: as many as it lacks and one more. */
  private readonly edges: Int32Array;
  private readonly values: Float64Array;
  /** Who bids next, the last first. */
  private readonly waiting: Int32Array;
  private waits = 0;

  constructor(problem: PerfectProblem, state: PerfectState, lists: Shortlists) {
    const most = problem.need.reduce((a, b) => Math.max(a, b), 0);
    this.problem = problem;
    this.state = state;
    this.lists = lists;
    this.edges = new Int32Array(most + 1);
    this.values = new Float64Array(most + 1);
    this.waiting = new Int32Array(1 + BIDS_PER_CHAIN * (most + 1));
  }

  serve(row: number): void {
    this.waiting[0] = row;
    this.waits = 1;
    for (let bids = 0; this.waits > 0 && bids < BIDS_PER_CHAIN; bids++) this.bidFor(this.waiting[--this.waits]!);
  }

  /** Bids for everything a row lacks. Who had to make room waits to bid next; the row itself too, when it gained nothing but higher prices. */
  private bidFor(row: number): void {
    const { problem: { col }, state, values, edges, waiting } = this;
    const wanted = state.missing[row]!;
    if (wanted === 0) return;
    const found = this.findCheapest(row, wanted + 1);
    const limit = found > wanted ? values[wanted]! : Infinity;
    state.rowPrice[row] = limit;
    const turn = this.waits;
    let raised = false;
    for (let k = Math.min(found, wanted) - 1; k >= 0; k--) {
      const j = col[edges[k]!]!;
      const opens = openingPrice(this.problem, state.load[j]!, j) - state.colPrice[j]!;
      if (opens <= 0) this.take(row, edges[k]!, state.slotStart[j]! + state.load[j]!++);
      else if (this.contest(row, edges[k]!, limit - values[k]!, opens)) raised = true;
    }
    if (!raised || state.missing[row] === 0) return;
    waiting.copyWithin(turn + 1, turn, this.waits++);
    waiting[turn] = row;
  }

  /** From the row's list, drawn up anew when something beyond it may be as cheap by now; returns how many there are, `most` at the most. */
  private findCheapest(row: number, most: number): number {
    const { lists, values, state: { colPrice } } = this;
    if (lists.bound[row] === -Infinity) lists.draw(row, colPrice);
    const found = this.findListed(row, most);
    if (lists.bound[row] === Infinity || (found === most && values[found - 1]! <= lists.bound[row]!)) return found;
    lists.draw(row, colPrice);
    return this.findListed(row, most);
  }

  private findListed(row: number, most: number): number {
    const { lists: { entries, start }, state: { taken, colPrice }, values, edges } = this;
    let size = 0;
    for (let k = start[row]!, stop = start[row + 1]!; k < stop; k += ENTRY) {
      const value = entries[k + 1]! + colPrice[entries[k]!]!;
      if ((size === most && value >= values[size - 1]!) || taken[entries[k + 2]!] === 1) continue;
      let at = size === most ? size - 1 : size++;
      for (; at > 0 && values[at - 1]! > value; at--) {
        values[at] = values[at - 1]!;
        edges[at] = edges[at - 1]!;
      }
      values[at] = value;
      edges[at] = entries[k + 2]!;
    }
    return size;
  }

  /**
   * A bid for a column that has no place at its price: the row may raise it by `most`, and a further place opens `opens` above it.
   * The price rises until a place opens or somebody would as soon leave. True when only the price rose.
   */
  private contest(row: number, edge: number, most: number, opens: number): boolean {
    const { need, cost, col } = this.problem;
    const { colPrice, rowPrice, load, slotStart, slotRow, slotEdge, missing, taken } = this.state;
    const j = col[edge]!;
    const price = colPrice[j]!;
    let slot = slotStart[j]!;
    let weakest = Infinity;
    let next = Infinity;
    for (let s = slot, end = s + load[j]!; s < end; s++) {
      const tolerance = rowPrice[slotRow[s]!]! - cost[slotEdge[s]!]! - price;
      if (tolerance < weakest) { next = weakest; weakest = tolerance; slot = s; } else if (tolerance < next) next = tolerance;
    }
    if (opens < Infinity && opens <= Math.min(weakest, most)) {
      colPrice[j] = price + opens;
      this.take(row, edge, slotStart[j]! + load[j]!++);
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
    this.take(row, edge, slot);
    this.waiting[this.waits++] = leaving;
    return false;
  }

  private take(row: number, edge: number, slot: number): void {
    const { slotRow, slotEdge, taken, missing } = this.state;
    slotRow[slot] = row;
    slotEdge[slot] = edge;
    taken[edge] = 1;
    missing[row]!--;
  }
}
