import type { Bipartite, Placement } from "./flow.ts";

/** A placement problem in which every row can be placed in full, and the least cost of doing so is sought. */
export interface PerfectProblem extends Bipartite {
  readonly cost: Int32Array;
  /** Price of a column's first place, before anyone competes for it. */
  readonly entry: Float64Array;
  /** How much dearer each further place of a column is. */
  readonly step: Float64Array;
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
export function openingPrice(problem: PerfectProblem, state: PerfectState, col: number): number {
  const load = state.load[col]!;
  return load < problem.room[col]! ? problem.entry[col]! + load * problem.step[col]! : Infinity;
}
