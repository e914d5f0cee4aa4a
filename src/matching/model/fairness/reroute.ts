import { transpose } from "../solver/flow.ts";
import type { Transposed } from "../solver/flow.ts";
import type { FaceSide } from "./face.ts";

/** Reached by way of the hub, where columns with room to spare exchange places. */
const BY_HUB = -1;

/** One of the two searches: forward from the row of a pair, or backward from its column. */
interface Front {
  readonly forward: 0 | 1;
  readonly mark: Int32Array;
  /** Of a row or column: the edge by which it was met, or BY_HUB; of the hub: the column. */
  readonly via: Int32Array;
  readonly queue: Int32Array;
  head: number;
  tail: number;
}

/**
 * Does without one pair after another where the others can be rearranged at no cost. Pairs that are to be avoided count 1, all others
 * nothing, and potentials keep what was found: where one cannot be done without, a closed set of people proves it, and its potential moves
 * by one (the out-of-kilter method, each step a search along pairs of reduced cost zero).
 *
 * Nodes: rows, then columns, then the hub.
 */
export class Rerouter {
  /** By node. The reduced cost of an edge is whether it is avoided, plus its row's potential, minus its column's. */
  readonly potential: Int32Array;
  /** Nodes whose potential was moved since `settle`. */
  readonly moved: number[] = [];
  private readonly avoided: Uint8Array;
  private readonly side: FaceSide;
  private readonly rows: number;
  private readonly hub: number;
  private readonly back: Transposed;
  private readonly rowOf: Int32Array;
  private turn = 0;
  private readonly fromRow: Front;
  private readonly fromCol: Front;

  constructor(side: FaceSide) {
    this.side = side;
    this.rows = side.rows.length;
    this.hub = this.rows + side.cols.length;
    this.back = transpose(this.rows, side.cols.length, side.rowStart, side.col);
    this.rowOf = new Int32Array(side.col.length);
    this.back.edge.forEach((e, at) => { this.rowOf[e] = this.back.row[at]!; });
    this.potential = new Int32Array(this.hub + 1);
    this.avoided = new Uint8Array(side.col.length);
    const front = (forward: 0 | 1): Front => ({ forward, mark: new Int32Array(this.hub + 1), via: new Int32Array(this.hub + 1), queue: new Int32Array(this.hub + 1), head: 0, tail: 0 });
    this.fromRow = front(1);
    this.fromCol = front(0);
  }

  /** Holds as few of these open edges as possible. */
  avoid(edges: readonly number[]): void {
    const { held } = this.side;
    for (const e of edges) if (held[e] === 0) this.avoided[e] = 1;
    for (const e of edges) {
      this.avoided[e] = 1;
      // One that a way around another has let go of meanwhile is not wanted back.
      if (held[e] === 0) continue;
      const [row, col] = [this.rowOf[e]!, this.rows + this.side.col[e]!];
      if (this.potential[row] === this.potential[col] && this.findWayAround(row, col)) held[e] = 0;
    }
  }

  /** Closes every edge, and fixes every column, that no answer as good could change; then all counts as equal again. */
  settle(edges: readonly number[]): void {
    const { side: { rowStart, col, open, load, low, high }, back } = this;
    for (const node of this.moved) {
      if (this.potential[node] === 0) continue;
      if (node < this.rows) {
        for (let e = rowStart[node]!; e < rowStart[node + 1]!; e++) this.closeIfDecided(e);
        continue;
      }
      const j = node - this.rows;
      for (let b = back.colStart[j]!; b < back.colStart[j + 1]!; b++) this.closeIfDecided(back.edge[b]!);
      low[j] = high[j] = load[j]!;
    }
    for (const e of edges) {
      if (open[e] === 1 && this.avoided[e]! + this.potential[this.rowOf[e]!]! - this.potential[this.rows + col[e]!]! !== 0) open[e] = 0;
      this.avoided[e] = 0;
    }
    for (const node of this.moved.splice(0)) this.potential[node] = 0;
  }

  private closeIfDecided(e: number): void {
    if (this.avoided[e]! + this.potential[this.rowOf[e]!]! - this.potential[this.rows + this.side.col[e]!]! !== 0) this.side.open[e] = 0;
  }

  /** Searches from both ends in turn, so that the smaller of the two closed sets decides. */
  private findWayAround(row: number, col: number): boolean {
    const { fromRow, fromCol } = this;
    this.turn++;
    this.begin(fromRow, row);
    this.begin(fromCol, col);
    for (;;) {
      if (this.expand(fromRow, col)) { this.exchange(fromRow, col, row); return true; }
      if (fromRow.head === fromRow.tail) { this.shift(fromRow, -1); return false; }
      if (this.expand(fromCol, row)) { this.exchange(fromCol, row, col); return true; }
      if (fromCol.head === fromCol.tail) { this.shift(fromCol, 1); return false; }
    }
  }

  private begin(front: Front, node: number): void {
    front.head = 0;
    front.tail = 1;
    front.queue[0] = node;
    front.mark[node] = this.turn;
  }

  /** Meets everyone next to one node; true when the goal is among them. */
  private expand(front: Front, goal: number): boolean {
    const node = front.queue[front.head++]!;
    const { side: { rowStart, col, low, high, load }, back, rows, hub, potential } = this;
    if (node < rows) {
      for (let e = rowStart[node]!; e < rowStart[node + 1]!; e++) this.follow(front, e, 1 - front.forward, rows + col[e]!);
    } else if (node < hub) {
      const j = node - rows;
      for (let b = back.colStart[j]!; b < back.colStart[j + 1]!; b++) this.follow(front, back.edge[b]!, front.forward, back.row[b]!);
      if (potential[node] === 0 && (front.forward ? load[j]! < high[j]! : load[j]! > low[j]!)) this.meet(front, hub, node);
    } else {
      for (let j = 0; j < load.length; j++) if (potential[rows + j] === 0 && (front.forward ? load[j]! > low[j]! : load[j]! < high[j]!)) this.meet(front, rows + j, BY_HUB);
    }
    return front.mark[goal] === this.turn;
  }

  private follow(front: Front, e: number, held: number, to: number): void {
    const { side: { open }, avoided, potential, rowOf, rows } = this;
    const reduced = avoided[e]! + potential[rowOf[e]!]! - potential[rows + this.side.col[e]!]!;
    if (reduced === 0 && open[e] === 1 && this.side.held[e] === held) this.meet(front, to, e);
  }

  private meet(front: Front, node: number, via: number): void {
    if (front.mark[node] === this.turn) return;
    front.mark[node] = this.turn;
    front.via[node] = via;
    front.queue[front.tail++] = node;
  }

  /** Gives every place on the way from the goal back to the start to the other of its two. */
  private exchange(front: Front, goal: number, start: number): void {
    const { side: { held, load, col }, rows, hub, rowOf } = this;
    const gain = front.forward ? 1 : -1;
    for (let node = goal; node !== start;) {
      const via = front.via[node]!;
      if (node === hub) {
        load[via - rows]! += gain;
        node = via;
      } else if (via === BY_HUB) {
        load[node - rows]! -= gain;
        node = hub;
      } else {
        held[via] = 1 - held[via]!;
        node = node < rows ? rows + col[via]! : rowOf[via]!;
      }
    }
  }

  /** Moves the potential of a closed set; the hub's stays zero, so when it belongs to the set all others move the other way. */
  private shift(front: Front, by: number): void {
    const met = front.mark[this.hub] === this.turn;
    const move = (node: number): void => {
      this.moved.push(node);
      this.potential[node]! += met ? -by : by;
    };
    if (!met) for (let at = 0; at < front.tail; at++) move(front.queue[at]!);
    else for (let node = 0; node < this.hub; node++) if (front.mark[node] !== this.turn) move(node);
  }
}
