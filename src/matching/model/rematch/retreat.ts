import { MinHeap } from "../solver/least-cost/heap.ts";
import { openingPrice } from "../solver/least-cost/perfect.ts";
import type { Shortlists } from "../solver/least-cost/shortlist.ts";
import type { WholeNetwork } from "./whole-network.ts";

/**
 * Shortest paths the other way round: a place comes free, and whoever would rather have it moves up, and so on, as long as that makes
 * the whole cheaper; prices fall by what is gained. Dijkstra from columns to rows, with the same potentials as the search forward.
 */
export class Retreat {
  private readonly whole: WholeNetwork;
  private readonly lists: Shortlists;
  private readonly colDistance: Float64Array;
  private readonly rowDistance: Float64Array;
  /** By which edge a row would move up, and by which it holds the column reached from it. */
  private readonly wantedEdge: Int32Array;
  private readonly heldEdge: Int32Array;
  private readonly heldBy: Int32Array;
  private readonly colsSeen: number[] = [];
  private readonly rowsSeen: number[] = [];
  private readonly heap = new MinHeap();
  private best = Infinity;
  private end = -1;

  constructor(whole: WholeNetwork, lists: Shortlists) {
    const [rows, cols] = [whole.problem.need.length, whole.problem.room.length];
    this.whole = whole;
    this.lists = lists;
    this.colDistance = new Float64Array(cols).fill(Infinity);
    this.rowDistance = new Float64Array(rows).fill(Infinity);
    this.wantedEdge = new Int32Array(rows);
    this.heldEdge = new Int32Array(cols);
    this.heldBy = new Int32Array(cols);
  }

  /** Takes one place from a row, the one whose loss serves the others best. The row misses it afterwards. */
  takeFrom(row: number): void {
    this.begin(Infinity);
    this.rowDistance[row] = 0;
    this.rowsSeen.push(row);
    this.offerPlacesOf(row, 0);
    this.search();
    this.lowerPrices();
    this.moveUp(row);
    this.whole.state.missing[row]!++;
  }

  /** A column has a place free at a price nobody pays: somebody moves up, or the price falls. False when nobody did. */
  fill(col: number): boolean {
    const { state: { colPrice, load }, problem } = this.whole;
    this.begin(colPrice[col]! - openingPrice(problem, load[col]!, col));
    if (this.best <= 0) return false;
    this.colDistance[col] = 0;
    this.colsSeen.push(col);
    this.heap.push(0, col);
    this.search();
    this.lowerPrices();
    if (this.end < 0) return false;
    this.moveUp(-1);
    return true;
  }

  private begin(best: number): void {
    this.heap.clear();
    this.colsSeen.length = this.rowsSeen.length = 0;
    this.best = best;
    this.end = -1;
  }

  private search(): void {
    while (this.heap.size > 0) {
      const key = this.heap.leastKey;
      const col = this.heap.pop();
      if (key >= this.best) return;
      if (key === this.colDistance[col]!) this.offer(col, key);
    }
  }

  /** Offers a place of a column to everybody who might want it. */
  private offer(col: number, distance: number): void {
    const { back: { colStart, row: rowOf, edge: edgeOf }, problem: { cost, need }, state: { taken, rowPrice, colPrice } } = this.whole;
    for (let b = colStart[col]!, stop = colStart[col + 1]!; b < stop; b++) {
      const [row, edge] = [rowOf[b]!, edgeOf[b]!];
      if (taken[edge] !== 0 || need[row] === 0) continue;
      const reached = distance + cost[edge]! + colPrice[col]! - rowPrice[row]!;
      if (reached >= this.best || reached >= this.rowDistance[row]!) continue;
      if (this.rowDistance[row] === Infinity) this.rowsSeen.push(row);
      this.rowDistance[row] = reached;
      this.wantedEdge[row] = edge;
      this.offerPlacesOf(row, reached);
    }
  }

  /** From a row on to the places it holds and would give up. */
  private offerPlacesOf(row: number, distance: number): void {
    const { problem, state: { taken, rowPrice, colPrice, load } } = this.whole;
    for (let e = problem.rowStart[row]!, stop = problem.rowStart[row + 1]!; e < stop; e++) {
      if (taken[e] !== 1) continue;
      const j = problem.col[e]!;
      const reached = distance + rowPrice[row]! - problem.cost[e]! - colPrice[j]!;
      if (reached >= this.best || reached >= this.colDistance[j]!) continue;
      if (this.colDistance[j] === Infinity) this.colsSeen.push(j);
      this.colDistance[j] = reached;
      this.heldEdge[j] = e;
      this.heldBy[j] = row;
      this.heap.push(reached, j);
      const left = reached + colPrice[j]! - openingPrice(problem, load[j]! - 1, j);
      if (left < this.best) { this.best = left; this.end = j; }
    }
  }

  private lowerPrices(): void {
    const { back: { colStart, row: rowOf }, state: { rowPrice, colPrice } } = this.whole;
    for (const row of this.rowsSeen) {
      if (this.rowDistance[row]! < this.best) rowPrice[row] = rowPrice[row]! - this.best + this.rowDistance[row]!;
      this.rowDistance[row] = Infinity;
    }
    for (const col of this.colsSeen) {
      if (this.colDistance[col]! < this.best) {
        colPrice[col] = colPrice[col]! - this.best + this.colDistance[col]!;
        for (let b = colStart[col]!; b < colStart[col + 1]!; b++) this.lists.bound[rowOf[b]!] = -Infinity;
      }
      this.colDistance[col] = Infinity;
    }
  }

  /** Frees the place at the end of the path, and everybody on it takes the one before; `source` lost its place, -1 when the first was free. */
  private moveUp(source: number): void {
    const { problem: { col: colOf }, state: { slotStart, slotRow, slotEdge, taken, load } } = this.whole;
    const slotOf = (col: number, edge: number): number => {
      let slot = slotStart[col]!;
      while (slotEdge[slot] !== edge) slot++;
      return slot;
    };
    const last = slotStart[this.end]! + --load[this.end]!;
    let gone = slotOf(this.end, this.heldEdge[this.end]!);
    let row = this.heldBy[this.end]!;
    taken[slotEdge[gone]!] = 0;
    slotRow[gone] = slotRow[last]!;
    slotEdge[gone] = slotEdge[last]!;
    while (row !== source) {
      const edge = this.wantedEdge[row]!;
      const col = colOf[edge]!;
      const next = this.firstOf(col, source) ? -1 : this.heldBy[col]!;
      if (next < 0) gone = slotStart[col]! + load[col]!++;
      else {
        gone = slotOf(col, this.heldEdge[col]!);
        taken[slotEdge[gone]!] = 0;
      }
      slotRow[gone] = row;
      slotEdge[gone] = edge;
      taken[edge] = 1;
      row = next;
    }
  }

  /** Whether a path that began at a column begins at this one. */
  private firstOf(col: number, source: number): boolean {
    return source < 0 && this.colsSeen[0] === col;
  }
}
