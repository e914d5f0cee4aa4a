import { handOver } from "../flow.ts";
import type { Bipartite, LargestPlacement, Placement, Trail, Transposed } from "../flow.ts";
import { OPEN } from "../problem.ts";

/**
 * Places as many more units as there is room for. Trees of alternating pairs grow from all rows that miss something; one that meets a free
 * place gives it to its root. Only what stood on that way has lost its hold then: each looks for another one among the trees and goes, with
 * all that hangs on it, when there is none (after Boykov and Kolmogorov, "An experimental comparison of min-cut/max-flow algorithms", 2004).
 * When no tree meets a free place any more, the forest is the region from which none can be reached: the smallest cut.
 */
export function placeByForest(graph: Bipartite, back: Transposed, placed: Placement): LargestPlacement {
  return new Forest(graph, back, placed).grow();
}

/** How a row or column stands: in no tree, in one, or looking for a new hold. */
const [OUTSIDE, INSIDE, LOOSE] = [0, 1, 2];
/** Instead of a place by which a row hangs on a tree: it is the root. */
const ROOT = -1;

class Forest {
  private readonly graph: Bipartite;
  private readonly back: Transposed;
  private readonly placed: Placement;
  private readonly rowStands: Uint8Array;
  private readonly colStands: Uint8Array;
  private readonly trail: Trail;
  /** Of a row: the column by whose place it hangs on a tree. */
  private readonly rowCol: Int32Array;
  /** Rows still to be searched, each at most once, in a ring. */
  private readonly queue: Int32Array;
  private readonly queued: Uint8Array;
  /** First pair of a row that may lead to a free place. */
  private readonly ahead: Int32Array;
  private head = 0;
  private waiting = 0;
  /** Rows, and after their numbers columns, that look for a new hold. */
  private readonly loose: number[] = [];
  /** Columns that went outside, or whose holders did. */
  private readonly cleared: number[] = [];
  /** Of a row: the round of repairs in which a root was found above it. */
  private readonly heldIn: Int32Array;
  private repairs = 0;
  /** Of a row: how many had found a new hold when none was above it; and how many have by now. */
  private readonly looseAt: Int32Array;
  private rehung = 1;

  constructor(graph: Bipartite, back: Transposed, placed: Placement) {
    const [rows, cols] = [graph.need.length, graph.room.length];
    this.graph = graph;
    this.back = back;
    this.placed = placed;
    this.rowStands = new Uint8Array(rows);
    this.colStands = new Uint8Array(cols);
    this.trail = { colEdge: new Int32Array(cols), colFrom: new Int32Array(cols), rowSlot: new Int32Array(rows) };
    this.rowCol = new Int32Array(rows);
    this.queue = new Int32Array(rows);
    this.queued = new Uint8Array(rows);
    this.ahead = graph.rowStart.slice(0, rows);
    this.heldIn = new Int32Array(rows);
    this.looseAt = new Int32Array(rows);
  }

  grow(): LargestPlacement {
    this.placed.missing.forEach((units, row) => { if (units > 0) this.enter(row, ROOT, ROOT); });
    for (;;) {
      if (this.cleared.length > 0) this.reenter(this.cleared.pop()!);
      else if (this.waiting > 0) this.searchFrom(this.next());
      else break;
    }
    return { ...this.placed, rowRegion: regionOf(this.rowStands), colRegion: regionOf(this.colStands) };
  }

  private enter(row: number, slot: number, col: number): void {
    this.rowStands[row] = INSIDE;
    this.trail.rowSlot[row] = slot;
    this.rowCol[row] = col;
    if (this.queued[row] === 1) return;
    this.queued[row] = 1;
    this.queue[(this.head + this.waiting++) % this.queue.length] = row;
  }

  /** Takes a free place at once if a row that just entered wants one. */
  private lookAhead(row: number): void {
    const { graph: { rowStart, col, room }, placed: { load, taken }, ahead, colStands } = this;
    for (const end = rowStart[row + 1]!; ahead[row]! < end; ahead[row]!++) {
      const e = ahead[row]!;
      if (load[col[e]!]! < room[col[e]!]! && taken[e] === 0 && colStands[col[e]!] === OUTSIDE) return this.arriveAt(col[e]!, row, e);
    }
  }

  private next(): number {
    const row = this.queue[this.head]!;
    this.head = (this.head + 1) % this.queue.length;
    this.waiting--;
    this.queued[row] = 0;
    return row;
  }

  private searchFrom(row: number): void {
    const { graph: { rowStart, col }, placed: { taken }, rowStands, colStands } = this;
    for (let e = rowStart[row]!, end = rowStart[row + 1]!; e < end && rowStands[row] === INSIDE; e++) {
      const j = col[e]!;
      if (colStands[j] !== OUTSIDE || taken[e] === 1) continue;
      this.arriveAt(j, row, e);
    }
  }

  private arriveAt(col: number, from: number, edge: number): void {
    const { graph: { room }, placed: { load }, colStands } = this;
    this.hang(col, from, edge);
    while (colStands[col] === INSIDE && load[col]! < room[col]!) this.place(col);
    if (colStands[col] === INSIDE) this.enterHolders(col);
  }

  /** A column that lost its hold, or whose holders did, while it was not known whether who is left could reach it. */
  private reenter(col: number): void {
    const { back: { colStart, row, edge }, placed: { taken }, rowStands, colStands } = this;
    if (colStands[col] === INSIDE) return this.enterHolders(col);
    for (let b = colStart[col]!, end = colStart[col + 1]!; b < end; b++) {
      if (rowStands[row[b]!] === INSIDE && taken[edge[b]!] === 0) return this.arriveAt(col, row[b]!, edge[b]!);
    }
  }

  private hang(col: number, from: number, edge: number): void {
    this.colStands[col] = INSIDE;
    this.trail.colFrom[col] = from;
    this.trail.colEdge[col] = edge;
  }

  private enterHolders(col: number): void {
    const { slotStart, slotRow, load } = this.placed;
    for (let s = slotStart[col]!, end = s + load[col]!; s < end && this.colStands[col] === INSIDE; s++) {
      const row = slotRow[s]!;
      if (this.rowStands[row] !== OUTSIDE) continue;
      this.enter(row, s, col);
      this.lookAhead(row);
    }
  }

  /** Gives a free place to the root above it, and lets everyone on the way there look for a new hold: columns first, and from the root on. */
  private place(target: number): void {
    const { trail: { colFrom }, rowCol, graph, placed } = this;
    const cols: number[] = [];
    const rows: number[] = [];
    for (let col = target; col !== ROOT; col = rowCol[colFrom[col]!]!) {
      cols.push(col);
      rows.push(colFrom[col]!);
    }
    const root = rows.at(-1)!;
    handOver(graph, placed, this.trail, root, target);
    if (placed.missing[root]! > 0) rows.pop();
    for (const col of cols.reverse()) this.loosenCol(col);
    for (const row of rows.reverse()) this.loosenRow(row);
    this.repair();
  }

  private repair(): void {
    const { loose, graph: { need: { length: rows } } } = this;
    this.repairs++;
    for (let k = 0; k < loose.length; k++) {
      const item = loose[k]!;
      if (item < rows) this.repairRow(item); else this.repairCol(item - rows);
    }
    loose.length = 0;
  }

  /** A column may hang on any row of a tree that wants it. */
  private repairCol(col: number): void {
    const { back: { colStart, row, edge }, placed: { taken, slotStart, slotRow, load }, trail: { rowSlot }, rowStands } = this;
    for (let b = colStart[col]!, end = colStart[col + 1]!; b < end; b++) {
      if (rowStands[row[b]!] === INSIDE && taken[edge[b]!] === 0 && this.isHeld(row[b]!)) {
        this.rehung++;
        return this.hang(col, row[b]!, edge[b]!);
      }
    }
    this.colStands[col] = OUTSIDE;
    for (let s = slotStart[col]!, end = s + load[col]!; s < end; s++) if (rowStands[slotRow[s]!] === INSIDE && rowSlot[slotRow[s]!] === s) this.loosenRow(slotRow[s]!);
    this.cleared.push(col);
  }

  private loosenRow(row: number): void {
    this.rowStands[row] = LOOSE;
    this.loose.push(row);
  }

  private loosenCol(col: number): void {
    this.colStands[col] = LOOSE;
    this.loose.push(this.graph.need.length + col);
  }

  /** A row may hang on any column of a tree of which it holds a place. */
  private repairRow(row: number): void {
    const { graph: { need, rowStart, col }, placed: { taken, slotStart, slotRow }, colStands, trail: { colFrom, rowSlot } } = this;
    for (let e = rowStart[row]!, end = rowStart[row + 1]!, left = need[row]!; e < end && left > 0; e++) {
      if (taken[e] === 0) continue;
      left--;
      const j = col[e]!;
      if (colStands[j] !== INSIDE || !this.isHeld(colFrom[j]!)) continue;
      let slot = slotStart[j]!;
      while (slotRow[slot] !== row) slot++;
      this.rowStands[row] = INSIDE;
      rowSlot[row] = slot;
      this.rowCol[row] = j;
      this.rehung++;
      return;
    }
    this.rowStands[row] = OUTSIDE;
    for (let e = rowStart[row]!, end = rowStart[row + 1]!; e < end; e++) {
      const j = col[e]!;
      if (taken[e] === 1) { if (colStands[j] !== OUTSIDE) this.cleared.push(j); }
      else if (colStands[j] === INSIDE && colFrom[j] === row) this.loosenCol(j);
    }
  }

  /** Whether a root stands above a row, and nobody loose between; remembered for all on the way. */
  private isHeld(from: number): boolean {
    const { trail: { colFrom }, rowCol, rowStands, colStands, heldIn, looseAt, repairs, rehung } = this;
    let row = from;
    while (heldIn[row] !== repairs && rowStands[row] === INSIDE) {
      const above = rowCol[row]!;
      if (above === ROOT) break;
      if (colStands[above] !== INSIDE || looseAt[row] === rehung) {
        this.remember(false, from, row);
        return false;
      }
      row = colFrom[above]!;
    }
    const held = rowStands[row] === INSIDE;
    this.remember(held, from, row);
    return held;
  }

  private remember(held: boolean, from: number, to: number): void {
    const { trail: { colFrom }, rowCol } = this;
    const mark = held ? this.heldIn : this.looseAt;
    const as = held ? this.repairs : this.rehung;
    for (let row = from; row !== to; row = colFrom[rowCol[row]!]!) mark[row] = as;
    mark[to] = as;
  }
}

function regionOf(stands: Uint8Array): Int32Array {
  const region = new Int32Array(stands.length).fill(OPEN);
  for (let k = 0; k < stands.length; k++) if (stands[k] !== OUTSIDE) region[k] = 0;
  return region;
}
