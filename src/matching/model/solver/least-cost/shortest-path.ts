import { handOver, type Trail } from "../flow.ts";
import { CompleteSearch, isComplete } from "./complete-search.ts";
import { MinHeap } from "./heap.ts";
import { openingPrice, tightenRowPrices } from "./perfect.ts";
import type { PerfectProblem, PerfectState } from "./perfect.ts";
import { ENTRY, type PairEntries, type Shortlists } from "./shortlist.ts";

/** Times a search may look beyond the lists where every row has every column; beyond that, reading whole rows is quicker. */
const PATIENCE = 8;
/** After so many searches in a row that had to, lists are not looked at first any more. */
const IN_VAIN = 20;

/** Places what bidding left over, one unit at a time along a shortest path in reduced costs (Dijkstra with potentials; Jonker–Volgenant). */
export function placeByShortestPaths(problem: PerfectProblem, state: PerfectState, lists: Shortlists): void {
  tightenRowPrices(problem, state);
  const complete = isComplete(problem) ? new CompleteSearch(problem, state) : null;
  const search = new PathSearch(problem, state, lists, complete ? null : state.slotEdge.map((edge) => problem.cost[edge]!));
  let inVain = 0;
  for (let row = 0; row < problem.need.length; row++) {
    while (state.missing[row]! > 0) {
      if (!complete) search.placeOne(row);
      else if (inVain < IN_VAIN && search.tryToPlace(row, PATIENCE)) inVain = 0;
      else { inVain++; complete.placeOne(row); }
    }
  }
}

/** Cheapest ways to place one unit more, again and again, with prices kept right in between. */
export class PathSearch implements Trail {
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
  /** Rows and, after their numbers, columns by distance; and then rows again by where the pairs beyond their shortlist may begin. */
  private readonly heap = new MinHeap();
  private readonly lists: Shortlists;
  /** Cost of the pair in each slot, beside the slot instead of far away; null where others place as well. */
  private readonly slotCost: Int32Array | null;
  private nearest = Infinity;
  private target = -1;
  /** How far the search has come; and what is no farther than that, so that most of it never sees the heap. */
  private key = 0;
  private readonly due: Int32Array;
  private dueCount = 0;

  constructor(problem: PerfectProblem, state: PerfectState, lists: Shortlists, slotCost: Int32Array | null = null) {
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
    this.lists = lists;
    this.slotCost = slotCost;
    this.due = new Int32Array(2 * rows + cols);
  }

  /** Finds the cheapest way to place one more unit of a row, moves everyone on it, and repairs the prices. */
  placeOne(source: number): void {
    this.tryToPlace(source, Infinity);
  }

  /** The same, unless the search has to look beyond the lists so many times; false, and nothing has changed, when it does. */
  tryToPlace(source: number, patience: number): boolean {
    this.begin();
    this.rowDistance[source] = 0;
    this.rowsSeen[this.rowCount++] = source;
    this.lookFrom(source, 0);
    if (!this.search(patience)) return false;
    this.shiftPrices();
    handOver(this.problem, this.state, this, source, this.target);
    if (this.slotCost) this.noteCosts(this.slotCost, source);
    return true;
  }

  private noteCosts(slotCost: Int32Array, source: number): void {
    const { problem: { col, cost }, state: { slotStart, slotEdge, load }, colFrom, rowSlot } = this;
    let slot = slotStart[this.target]! + load[this.target]! - 1;
    for (let row = colFrom[this.target]!; ; row = colFrom[col[slotEdge[slot]!]!]!) {
      slotCost[slot] = cost[slotEdge[slot]!]!;
      if (row === source) return;
      slot = rowSlot[row]!;
    }
  }

  /** Takes one place of a full column from whoever can be placed elsewhere at the least cost, moves everyone on the way, and repairs the prices. */
  moveOneFrom(col: number): void {
    const { slotStart, slotRow, slotEdge, taken, load, missing } = this.state;
    this.begin();
    this.colDistance[col] = 0;
    this.colsSeen[this.colCount++] = col;
    this.reachHolders(col, -this.state.colPrice[col]!);
    this.search(Infinity);
    this.shiftPrices();
    let source = this.colFrom[this.target]!;
    while (this.problem.col[slotEdge[this.rowSlot[source]!]!] !== col) source = this.colFrom[this.problem.col[slotEdge[this.rowSlot[source]!]!]!]!;
    const [gone, last] = [this.rowSlot[source]!, slotStart[col]! + --load[col]!];
    taken[slotEdge[gone]!] = 0;
    slotRow[gone] = slotRow[last]!;
    slotEdge[gone] = slotEdge[last]!;
    missing[source]!++;
    handOver(this.problem, this.state, this, source, this.target);
  }

  private begin(): void {
    this.colCount = this.rowCount = 0;
    this.heap.clear();
    this.nearest = Infinity;
    this.target = -1;
    this.key = this.dueCount = 0;
  }

  private search(patience: number): boolean {
    const { heap, due, rowDistance, colDistance } = this;
    const [rows, cols] = [rowDistance.length, colDistance.length];
    while (this.nearest > this.key) {
      let item = 0;
      if (this.dueCount > 0) item = due[--this.dueCount]!;
      else if (heap.size > 0) {
        const key = heap.leastKey;
        item = heap.pop();
        if (key >= this.nearest) break;
        if (key !== (item < rows ? rowDistance[item]! : item < rows + cols ? colDistance[item - rows]! : key)) continue;
        this.key = key;
      } else break;
      if (item < rows) this.lookFrom(item, this.key);
      else if (item < rows + cols) this.reachHolders(item - rows, this.key - this.state.colPrice[item - rows]!);
      else if (patience-- > 0) this.lookBeyond(item - rows - cols, this.key);
      else return this.forget();
    }
    if (this.target < 0) throw new Error("matching: a row of a perfect problem cannot be placed");
    return true;
  }

  private forget(): false {
    for (let k = 0; k < this.rowCount; k++) this.rowDistance[this.rowsSeen[k]!] = Infinity;
    for (let k = 0; k < this.colCount; k++) this.colDistance[this.colsSeen[k]!] = Infinity;
    return false;
  }

  /** On from a row, first to the pairs at hand; where the others may begin is noted for later. */
  private lookFrom(row: number, distance: number): void {
    const { lists } = this;
    if (lists.bound[row] === -Infinity) lists.draw(row, this.state.colPrice);
    const base = distance - this.state.rowPrice[row]!;
    const beyond = base + lists.bound[row]!;
    this.rowMargin[row] = Math.min(this.look(row, base, lists.entries, lists.start[row]!, lists.start[row + 1]!), beyond) - distance;
    if (beyond < this.nearest) this.put(beyond, this.rowDistance.length + this.colDistance.length + row);
  }

  /** The search has come to where the other pairs of a row may begin: all are looked at, and the list is drawn up anew. */
  private lookBeyond(row: number, key: number): void {
    const base = this.rowDistance[row]! - this.state.rowPrice[row]!;
    if (base + this.lists.bound[row]! !== key) return;
    const { entries, end } = this.lists.whole(row);
    this.rowMargin[row] = this.look(row, base, entries, 0, end) - this.rowDistance[row]!;
    this.lists.draw(row, this.state.colPrice);
  }

  /** Goes on to columns a row does not hold; returns the distance to the nearest of them. */
  private look(row: number, base: number, entries: PairEntries, from: number, to: number): number {
    const { taken, colPrice } = this.state;
    const { colDistance } = this;
    let margin = Infinity;
    for (let k = from; k < to; k += ENTRY) {
      const j = entries[k]!;
      const reached = base + entries[k + 1]! + colPrice[j]!;
      if (reached >= colDistance[j]! && reached >= margin) continue;
      const e = entries[k + 2]!;
      if (taken[e] !== 0) continue;
      if (reached < margin) margin = reached;
      if (reached >= this.nearest || reached >= colDistance[j]!) continue;
      if (colDistance[j] === Infinity) this.colsSeen[this.colCount++] = j;
      colDistance[j] = reached;
      this.colEdge[j] = e;
      this.colFrom[j] = row;
      this.arriveAt(j, reached);
    }
    return margin;
  }

  /** At a column: whether a place opens here; those who hold its places are met once it is known to be no nearer. */
  private arriveAt(col: number, distance: number): void {
    const base = distance - this.state.colPrice[col]!;
    const opens = base + openingPrice(this.problem, this.state.load[col]!, col);
    if (opens < this.nearest) {
      this.nearest = opens;
      this.target = col;
    }
    if (this.state.load[col]! > 0) this.put(distance, this.rowDistance.length + col);
  }

  private put(distance: number, item: number): void {
    if (distance === this.key) this.due[this.dueCount++] = item;
    else this.heap.push(distance, item);
  }

  private reachHolders(col: number, base: number): void {
    const { slotStart, slotRow, slotEdge, load, rowPrice } = this.state;
    const { slotCost, problem: { cost } } = this;
    for (let s = slotStart[col]!, end = s + load[col]!; s < end; s++) {
      const row = slotRow[s]!;
      const reached = base + rowPrice[row]! - (slotCost ? slotCost[s]! : cost[slotEdge[s]!]!);
      if (reached >= this.nearest || reached >= this.rowDistance[row]!) continue;
      if (this.rowDistance[row] === Infinity) {
        this.rowsSeen[this.rowCount++] = row;
        this.rowMargin[row] = 0;
      }
      this.rowDistance[row] = reached;
      this.rowSlot[row] = s;
      this.put(reached, row);
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
