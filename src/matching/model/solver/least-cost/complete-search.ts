import { handOver, type Trail } from "../flow.ts";
import { openingPrice } from "./perfect.ts";
import type { PerfectProblem, PerfectState } from "./perfect.ts";

/** Whether every row has every column, in their order: edge `k` of a row then leads to column `k`. */
export function isComplete({ need, room, rowStart, col }: PerfectProblem): boolean {
  if (need.length === 0 || col.length !== need.length * room.length) return false;
  for (let i = 0; i < need.length; i++) {
    const start = rowStart[i]!;
    if (rowStart[i + 1]! - start !== room.length) return false;
    for (let j = 0; j < room.length; j++) if (col[start + j] !== j) return false;
  }
  return true;
}

/**
 * Shortest paths where every row has every column: no heap, since the nearest column is found in the same pass that a row's costs are read in
 * (after Jonker and Volgenant, "A shortest augmenting path algorithm for dense and sparse linear assignment problems", 1987).
 */
export class CompleteSearch implements Trail {
  private readonly problem: PerfectProblem;
  private readonly state: PerfectState;
  /** Distance of each column not yet left, Infinity afterwards; and its price, Infinity afterwards too, so that one pass needs no question. */
  private readonly ahead: Float64Array;
  private readonly price: Float64Array;
  private readonly colDistance: Float64Array;
  private readonly rowDistance: Float64Array;
  readonly colEdge: Int32Array;
  readonly colFrom: Int32Array;
  readonly rowSlot: Int32Array;
  private readonly colsLeft: number[] = [];
  private readonly rowsSeen: number[] = [];

  constructor(problem: PerfectProblem, state: PerfectState) {
    const [rows, cols] = [problem.need.length, problem.room.length];
    this.problem = problem;
    this.state = state;
    this.ahead = new Float64Array(cols);
    this.price = new Float64Array(cols);
    this.colDistance = new Float64Array(cols);
    this.rowDistance = new Float64Array(rows).fill(Infinity);
    this.colEdge = new Int32Array(cols);
    this.colFrom = new Int32Array(cols);
    this.rowSlot = new Int32Array(rows);
  }

  /** Finds the cheapest way to place one more unit of a row, moves everyone on it, and repairs the prices. */
  placeOne(source: number): void {
    const { problem, state, ahead, price } = this;
    ahead.fill(Infinity);
    price.set(state.colPrice);
    let [nearest, target] = [Infinity, -1];
    this.lookFrom(source, 0, -1);
    for (let first = this.findNext(); this.colsLeft.length > first && this.colDistance[this.colsLeft[first]!]! < nearest; first = this.findNext()) {
      const distance = this.colDistance[this.colsLeft[first]!]!;
      for (let k = first; k < this.colsLeft.length; k++) {
        const j = this.colsLeft[k]!;
        const opens = distance - state.colPrice[j]! + openingPrice(problem, state.load[j]!, j);
        if (opens < nearest) [nearest, target] = [opens, j];
      }
      if (distance < nearest) for (const j of this.colsLeft.slice(first)) this.leave(j, distance - state.colPrice[j]!);
    }
    if (target < 0) throw new Error("matching: a row of a perfect problem cannot be placed");
    for (const j of this.colsLeft) this.colEdge[j] = problem.rowStart[this.colFrom[j]!]! + j;
    this.shiftPrices(nearest);
    handOver(problem, state, this, source, target);
  }

  /** From a column on to those who hold its places. */
  private leave(col: number, base: number): void {
    const { slotStart, slotRow, slotEdge, load, rowPrice } = this.state;
    for (let s = slotStart[col]!, end = s + load[col]!; s < end; s++) {
      const row = slotRow[s]!;
      const reached = base + rowPrice[row]! - this.problem.cost[slotEdge[s]!]!;
      if (reached < this.rowDistance[row]!) this.lookFrom(row, reached, s);
    }
  }

  /** One pass over the columns: how near each is by this row. */
  private lookFrom(row: number, distance: number, slot: number): void {
    const { problem: { rowStart, cost }, state: { taken, rowPrice }, ahead, price, colFrom } = this;
    if (this.rowDistance[row] === Infinity) this.rowsSeen.push(row);
    this.rowDistance[row] = distance;
    this.rowSlot[row] = slot;
    const start = rowStart[row]!;
    const base = distance - rowPrice[row]!;
    for (let j = 0; j < ahead.length; j++) {
      const reached = base + cost[start + j]! + price[j]!;
      if (reached >= ahead[j]! || taken[start + j] === 1) continue;
      ahead[j] = reached;
      colFrom[j] = row;
    }
  }

  /** Leaves all columns that are the nearest now; they stand in `colsLeft` from the returned place on. */
  private findNext(): number {
    const { ahead, price, colsLeft, colDistance } = this;
    const first = colsLeft.length;
    let least = Infinity;
    for (let j = 0; j < ahead.length; j++) {
      if (ahead[j]! > least || ahead[j] === Infinity) continue;
      if (ahead[j]! < least) colsLeft.length = first;
      least = ahead[j]!;
      colsLeft.push(j);
    }
    for (let k = first; k < colsLeft.length; k++) {
      colDistance[colsLeft[k]!] = least;
      ahead[colsLeft[k]!] = price[colsLeft[k]!] = Infinity;
    }
    return first;
  }

  /** Everything nearer than the target rises by what it lacks. */
  private shiftPrices(far: number): void {
    const { rowPrice, colPrice } = this.state;
    for (const row of this.rowsSeen.splice(0)) {
      if (this.rowDistance[row]! < far) rowPrice[row] = rowPrice[row]! + far - this.rowDistance[row]!;
      this.rowDistance[row] = Infinity;
    }
    for (const col of this.colsLeft.splice(0)) if (this.colDistance[col]! < far) colPrice[col] = colPrice[col]! + far - this.colDistance[col]!;
  }
}
