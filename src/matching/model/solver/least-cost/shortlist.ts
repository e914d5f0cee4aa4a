import type { PerfectProblem } from "./perfect.ts";

/** Pairs as (column, cost, edge), one after another, so that a look at one waits for memory once. */
export type PairEntries = Int32Array;

/** Numbers an entry takes. */
export const ENTRY = 3;

/** A row keeps at hand, beside as many pairs as it may hold, two and a quarter of those it has, up to a limit. Chosen by measurement. */
const atHand = (pairs: number): number => 2 + Math.min(MOST_AT_HAND, pairs >> 2);
const MOST_AT_HAND = 30;

/**
 * The cheapest pairs of each row, so that a search need not look at all of them. Prices of columns only rise, so a pair that was not
 * among the cheapest when the list was drawn up is worth no less than `bound` ever after.
 */
export class Shortlists {
  /** The list of row `i`, once drawn up, stands in `entries` from `start[i]` to `start[i + 1]`. */
  readonly start: Int32Array;
  readonly entries: PairEntries;
  /** No pair outside the list has a value below this; -Infinity until drawn up, Infinity when there is none. */
  readonly bound: Float64Array;
  private readonly problem: PerfectProblem;
  private readonly value: Float64Array;
  private readonly chosen: Int32Array;
  private readonly row: PairEntries;

  constructor(problem: PerfectProblem) {
    const { need, rowStart } = problem;
    this.problem = problem;
    this.start = new Int32Array(need.length + 1);
    let [longest, most] = [0, 0];
    for (let i = 0; i < need.length; i++) {
      const pairs = rowStart[i + 1]! - rowStart[i]!;
      const length = Math.min(pairs, atHand(pairs) + need[i]!);
      longest = Math.max(longest, length);
      most = Math.max(most, pairs);
      this.start[i + 1] = this.start[i]! + length * ENTRY;
    }
    this.entries = new Int32Array(this.start[need.length]!);
    this.bound = new Float64Array(need.length).fill(-Infinity);
    this.value = new Float64Array(longest);
    this.chosen = new Int32Array(longest);
    this.row = new Int32Array(most * ENTRY);
  }

  /** Draws up the list of a row at the prices as they are. */
  draw(row: number, colPrice: Float64Array): void {
    const { problem: { rowStart, col, cost }, value, chosen, start } = this;
    const room = (start[row + 1]! - start[row]!) / ENTRY;
    let size = 0;
    let bound = Infinity;
    for (let e = rowStart[row]!, end = rowStart[row + 1]!; e < end; e++) {
      const own = cost[e]! + colPrice[col[e]!]!;
      if (size === room) {
        if (own < bound) bound = Math.max(own, value[size - 1]!);
        if (own >= value[size - 1]!) continue;
        size--;
      }
      let at = size++;
      for (; at > 0 && value[at - 1]! > own; at--) {
        value[at] = value[at - 1]!;
        chosen[at] = chosen[at - 1]!;
      }
      value[at] = own;
      chosen[at] = e;
    }
    this.bound[row] = bound;
    let at = start[row]!;
    for (let k = 0; k < size; k++) at = this.write(this.entries, at, chosen[k]!);
  }

  /** All pairs of a row: entries from 0 to the returned end, until the next call. */
  whole(row: number): { readonly entries: PairEntries; readonly end: number } {
    let at = 0;
    for (let e = this.problem.rowStart[row]!; e < this.problem.rowStart[row + 1]!; e++) at = this.write(this.row, at, e);
    return { entries: this.row, end: at };
  }

  private write(into: PairEntries, at: number, edge: number): number {
    into[at] = this.problem.col[edge]!;
    into[at + 1] = this.problem.cost[edge]!;
    into[at + 2] = edge;
    return at + ENTRY;
  }
}
