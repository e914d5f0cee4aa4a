import { handOver, type Trail } from "./flow.ts";
import { MinHeap } from "./heap.ts";
import { openingPrice } from "./perfect.ts";
import type { PerfectProblem, PerfectState } from "./perfect.ts";

/** Places what bidding left over, one unit at a time along a shortest path in reduced costs (Dijkstra with potentials; Jonker–Volgenant). */
export function placeByShortestPaths(problem: PerfectProblem, state: PerfectState): void {
  tightenRowPrices(problem, state);
  const search = new PathSearch(problem, state);
  for (let row = 0; row < problem.need.length; row++) {
    while (state.missing[row]! > 0) search.placeOne(row);
  }
}

/** Raises each row's price to the cheapest pair it does not hold: the less slack, the shorter the searches. */
function tightenRowPrices({ rowStart, col, cost }: PerfectProblem, { taken, colPrice, rowPrice }: PerfectState): void {
  for (let row = 0; row < rowPrice.length; row++) {
    let [free, held] = [Infinity, -Infinity];
    for (let e = rowStart[row]!; e < rowStart[row + 1]!; e++) {
      const value = cost[e]! + colPrice[col[e]!]!;
      if (taken[e] === 1) held = Math.max(held, value);
      else free = Math.min(free, value);
    }
    rowPrice[row] = free < Infinity ? free : held > -Infinity ? held : 0;
  }
}

class PathSearch implements Trail {
  private readonly problem: PerfectProblem;
  private readonly state: PerfectState;
  private readonly colDistance: Float64Array;
  private readonly rowDistance: Float64Array;
  /** Least reduced cost out of a reached row: how far its price may rise beyond the search. */
  private readonly rowMargin: Float64Array;
  /** Edge by which a column was reached, and slot by which a row was. */
  readonly colEdge: Int32Array;
  readonly colFrom: Int32Array;
  readonly rowSlot: Int32Array;
  private readonly colsSeen: Int32Array;
  private readonly rowsSeen: Int32Array;
  private colCount = 0;
  private rowCount = 0;
  private readonly heap = new MinHeap();
  private nearest = Infinity;
  private target = -1;

  constructor(problem: PerfectProblem, state: PerfectState) {
    const [rows, cols] = [problem.need.length, problem.room.length];
    this.problem = problem;
    this.state = state;
    this.colDistance = new Float64Array(cols).fill(Infinity);
    this.rowDistance = new Float64Array(rows).fill(Infinity);
    this.rowMargin = new Float64Array(rows);
    this.colEdge = new Int32Array(cols);
    this.colFrom = new Int32Array(cols);
    this.rowSlot = new Int32Array(rows);
    this.colsSeen = new Int32Array(cols);
    this.rowsSeen = new Int32Array(rows);
  }

  /** Finds the cheapest way to place one more unit of a row, moves everyone on it, and repairs the prices. */
  placeOne(source: number): void {
    this.colCount = this.rowCount = 0;
    this.heap.clear();
    this.nearest = Infinity;
    this.target = -1;
    this.reachRow(source, 0, -1);
    while (this.heap.size > 0) {
      const key = this.heap.leastKey;
      const col = this.heap.pop();
      if (key >= this.nearest) break;
      if (key <= this.colDistance[col]!) this.leaveColumn(col, key);
    }
    if (this.target < 0) throw new Error("matching: a row of a perfect problem cannot be placed");
    this.shiftPrices();
    handOver(this.problem, this.state, this, source, this.target);
  }

  private reachRow(row: number, distance: number, slot: number): void {
    const { rowStart, col, cost } = this.problem;
    const { taken, colPrice, rowPrice } = this.state;
    const { colDistance, colEdge, colFrom } = this;
    if (this.rowDistance[row] === Infinity) this.rowsSeen[this.rowCount++] = row;
    this.rowDistance[row] = distance;
    this.rowSlot[row] = slot;
    const base = distance - rowPrice[row]!;
    let margin = Infinity;
    for (let e = rowStart[row]!, end = rowStart[row + 1]!; e < end; e++) {
      const j = col[e]!;
      const reached = base + cost[e]! + colPrice[j]!;
      if (reached >= colDistance[j]! && reached >= margin) continue;
      if (taken[e] === 1) continue;
      if (reached < margin) margin = reached;
      if (reached >= this.nearest || reached >= colDistance[j]!) continue;
      if (colDistance[j] === Infinity) this.colsSeen[this.colCount++] = j;
      colDistance[j] = reached;
      colEdge[j] = e;
      colFrom[j] = row;
      this.arriveAt(j, reached);
    }
    this.rowMargin[row] = margin - distance;
  }

  private arriveAt(col: number, distance: number): void {
    const opens = distance + openingPrice(this.problem, this.state.load[col]!, col) - this.state.colPrice[col]!;
    if (opens < this.nearest) {
      this.nearest = opens;
      this.target = col;
    }
    if (distance < this.nearest && this.state.load[col]! > 0) this.heap.push(distance, col);
  }

  /** From a column on to those who hold its places. */
  private leaveColumn(col: number, distance: number): void {
    const { cost } = this.problem;
    const { slotStart, slotRow, slotEdge, load, rowPrice, colPrice } = this.state;
    const base = distance - colPrice[col]!;
    for (let s = slotStart[col]!, end = s + load[col]!; s < end; s++) {
      const row = slotRow[s]!;
      const reached = base + rowPrice[row]! - cost[slotEdge[s]!]!;
      if (reached < this.nearest && reached < this.rowDistance[row]!) this.reachRow(row, reached, s);
    }
  }

  /** Everything nearer than the target rises by what it lacks; a row may also rise to its own margin. */
  private shiftPrices(): void {
    const { rowPrice, colPrice } = this.state;
    const far = this.nearest;
    for (let k = 0; k < this.rowCount; k++) {
      const row = this.rowsSeen[k]!;
      const rise = Math.max(far - this.rowDistance[row]!, this.rowMargin[row]! < Infinity ? this.rowMargin[row]! : 0);
      if (rise > 0) rowPrice[row] = rowPrice[row]! + rise;
      this.rowDistance[row] = Infinity;
    }
    for (let k = 0; k < this.colCount; k++) {
      const col = this.colsSeen[k]!;
      if (this.colDistance[col]! < far) colPrice[col] = colPrice[col]! + far - this.colDistance[col]!;
      this.colDistance[col] = Infinity;
    }
  }
}
