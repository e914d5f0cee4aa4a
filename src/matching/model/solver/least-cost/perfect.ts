import type { Bipartite, Placement } from "../flow.ts";

/** A placement problem in which every row can be placed in full, and the least cost of doing so is sought. Every column has room. */
export interface PerfectProblem extends Bipartite {
  readonly cost: Int32Array;
  /** How many places of a column must be taken, and the price at which those beyond open. */
  readonly firm: Int32Array;
  readonly opensAt: Float64Array;
}

/**
 * A placement under way. Held throughout, with value = cost + column price:
 * every pair a row holds has value ≤ `rowPrice` ≤ the value of every pair it does not hold, and a column's price lies
 * between the prices of its last taken and its first free place. When nothing is missing, that makes it optimal.
 */
export interface PerfectState extends Placement {
  readonly rowPrice: Float64Array;
  readonly colPrice: Float64Array;
}

/** Price at which the next place of a column opens; Infinity when it has none left. */
export function openingPrice(problem: PerfectProblem, load: number, col: number): number {
  return load >= problem.room[col]! ? Infinity : load < problem.firm[col]! ? 0 : problem.opensAt[col]!;
}

/** Raises each row's price to the cheapest pair it does not hold: the less slack, the shorter the searches. */
export function tightenRowPrices({ rowStart, col, cost }: PerfectProblem, { taken, colPrice, rowPrice }: PerfectState): void {
  for (let row = 0; row < rowPrice.length; row++) {
    let free = Infinity;
    let held = -Infinity;
    for (let e = rowStart[row]!; e < rowStart[row + 1]!; e++) {
      const value = cost[e]! + colPrice[col[e]!]!;
      if (taken[e] === 1) held = Math.max(held, value);
      else free = Math.min(free, value);
    }
    rowPrice[row] = free < Infinity ? free : held > -Infinity ? held : 0;
  }
}
