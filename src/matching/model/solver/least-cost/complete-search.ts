import { counted, handOver, type Trail } from "../flow.ts";
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
  private readonly colDistance: Float64Array;
  private readonly rowDistance: Float64Array;
  readonly colEdge: Int32Array;
  readonly colFrom: Int32Array;
  readonly rowSlot: Int32Array;
  /** Columns not left yet come first, `ahead` of them, those left afterwards. */
  private readonly cols: Int32Array;
  private ahead = 0;
  private readonly rowsSeen: number[] = [];

  constructor(problem: PerfectProblem, state: PerfectState) {
    const [rows, cols] = [problem.need.length, problem.room.length];
    this.problem = problem;
    this.state = state;
    this.colDistance = new Float64Array(cols);
    this.rowDistance = new Float64Array(rows).fill(Infinity);
    this.colEdge = new Int32Array(cols);
    this.colFrom = new Int32Array(cols);
    this.rowSlot = new Int32Array(rows);
    this.cols = counted(cols);
  }

  /** Finds the cheapest way to place one more unit of a row, moves everyone on it, and repairs the prices. */
  placeOne(source: number): void {
    const { problem, state, cols, colDistance } = this;
    colDistance.fill(Infinity);
    this.ahead = cols.length;
    let [nearest, target] = [Infinity, -1];
    for (let next = this.lookFrom(source, 0, -1); next >= 0;) {
      const j = cols[next]!;
      const distance = colDistance[j]!;
      if (distance >= nearest) break;
      const opens = distance - state.colPrice[j]! + openingPrice(problem, state.load[j]!, j);
      if (opens < nearest) [nearest, target] = [opens, j];
      if (opens <= distance) break;
      cols[next] = cols[--this.ahead]!;
      cols[this.ahead] = j;
      next = this.leave(j, distance);
    }
    if (target < 0) throw new Error("matching: a row of a perfect problem cannot be placed");
    this.shiftPrices(nearest);
    handOver(problem, state, this, source, target);
  }

  /** From a column on to those who hold its places; returns where the nearest column stands now. */
  private leave(col: number, distance: number): number {
    const { slotStart, slotRow, slotEdge, load, rowPrice, colPrice } = this.state;
    const base = distance - colPrice[col]!;
    let [next, seen] = [-1, false];
    for (let s = slotStart[col]!, end = s + load[col]!; s < end; s++) {
      const row = slotRow[s]!;
      const reached = base + rowPrice[row]! - this.problem.cost[slotEdge[s]!]!;
      if (reached >= this.rowDistance[row]!) continue;
      next = this.lookFrom(row, reached, s);
      seen = true;
    }
    return seen ? next : this.findNearest();
  }

  /** One pass over the columns ahead: how near each is by this row, and where the nearest of all stands; -1 when there is none. */
  private lookFrom(row: number, distance: number, slot: number): number {
    const { problem: { rowStart, cost }, state: { taken, rowPrice, colPrice }, cols, colDistance, colFrom, colEdge, ahead } = this;
    if (this.rowDistance[row] === Infinity) this.rowsSeen.push(row);
    this.rowDistance[row] = distance;
    this.rowSlot[row] = slot;
    const start = rowStart[row]!;
    const base = distance - rowPrice[row]!;
    let least = Infinity;
    let next = -1;
    for (let k = 0; k < ahead; k++) {
      const j = cols[k]!;
      const reached = base + cost[start + j]! + colPrice[j]!;
      let way = colDistance[j]!;
      // Pairs a row holds are no farther than the row itself, all others no nearer.
      if (reached < way && (reached > distance || taken[start + j] === 0)) {
        colDistance[j] = way = reached;
        colFrom[j] = row;
        colEdge[j] = start + j;
      }
      if (way < least) {
        least = way;
        next = k;
      }
    }
    return next;
  }

  private findNearest(): number {
    const { cols, colDistance, ahead } = this;
    let least = Infinity;
    let next = -1;
    for (let k = 0; k < ahead; k++) {
      if (colDistance[cols[k]!]! >= least) continue;
      least = colDistance[cols[k]!]!;
      next = k;
    }
    return next;
  }

  /** Everything nearer than the target rises by what it lacks. */
  private shiftPrices(far: number): void {
    const { rowPrice, colPrice } = this.state;
    for (const row of this.rowsSeen.splice(0)) {
      if (this.rowDistance[row]! < far) rowPrice[row] = rowPrice[row]! + far - this.rowDistance[row]!;
      this.rowDistance[row] = Infinity;
    }
    for (const col of this.cols.subarray(this.ahead)) if (this.colDistance[col]! < far) colPrice[col] = colPrice[col]! + far - this.colDistance[col]!;
  }
}
