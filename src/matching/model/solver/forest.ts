import type { Bipartite, LargestPlacement, Placement } from "./flow.ts";
import { OPEN } from "./problem.ts";
import type { Transposed } from "./transpose.ts";

/**
 * Places as many more units as there is room for. A tree of alternating pairs grows from every row with something missing, all at
 * once; a tree that meets a free place gives it to its root and is cut down. Where it stood, the trees that are left grow in, and nothing
 * is searched twice (after Azad, Buluç and Pothen, "Computing maximum cardinality matchings in parallel on bipartite graphs via tree
 * grafting", 2017). When no tree meets a free place any more, the forest is the region from which none can be reached: the smallest cut.
 */
export function placeByForest(graph: Bipartite, back: Transposed, placed: Placement): LargestPlacement {
  return new Forest(graph, back, placed).grow();
}

/** Roots of rows in no tree. */
const NONE = -1;

class Forest {
  private readonly graph: Bipartite;
  private readonly back: Transposed;
  private readonly placed: Placement;
  /** Row at the root of the tree a row or column belongs to. */
  private readonly rowRoot: Int32Array;
  private readonly colRoot: Int32Array;
  /** How a column was reached: by which edge from which row; and at which place a row was met. */
  private readonly colEdge: Int32Array;
  private readonly colFrom: Int32Array;
  private readonly rowSlot: Int32Array;
  /** Of a root: its tree has met a free place and is about to be cut down. */
  private readonly felled: Uint8Array;
  private readonly queue: Int32Array;
  private tail = 0;
  /** A tree has met a free place since the last clearing. */
  private met = false;

  constructor(graph: Bipartite, back: Transposed, placed: Placement) {
    const [rows, cols] = [graph.need.length, graph.room.length];
    this.graph = graph;
    this.back = back;
    this.placed = placed;
    this.rowRoot = new Int32Array(rows).fill(NONE);
    this.colRoot = new Int32Array(cols).fill(NONE);
    this.colEdge = new Int32Array(cols);
    this.colFrom = new Int32Array(cols);
    this.rowSlot = new Int32Array(rows);
    this.felled = new Uint8Array(rows);
    this.queue = new Int32Array(rows);
  }

  grow(): LargestPlacement {
    const { missing } = this.placed;
    for (let row = 0; row < missing.length; row++) if (missing[row]! > 0) this.plant(row);
    for (;;) {
      this.spread();
      if (!this.met) break;
      this.met = false;
      this.clear();
    }
    const region = (root: number) => (root === NONE ? OPEN : 0);
    return { ...this.placed, rowRegion: this.rowRoot.map(region), colRegion: this.colRoot.map(region) };
  }

  private plant(row: number): void {
    this.rowRoot[row] = row;
    this.queue[this.tail++] = row;
  }

  /** Grows all trees as far as they go. */
  private spread(): void {
    const { graph: { rowStart, col }, placed: { taken }, rowRoot, colRoot, felled, queue } = this;
    for (let head = 0; head < this.tail; head++) {
      const row = queue[head]!;
      const root = rowRoot[row]!;
      for (let e = rowStart[row]!, end = rowStart[row + 1]!; e < end && felled[root] === 0; e++) {
        const j = col[e]!;
        if (colRoot[j] !== NONE || taken[e] === 1) continue;
        this.join(j, e, row);
      }
    }
    this.tail = 0;
  }

  /** Adds a column to the tree of a row: it has a free place, which goes to the root, or its owners join too. */
  private join(j: number, edge: number, row: number): void {
    const { placed: { load, slotStart, slotRow }, graph: { room }, rowRoot, rowSlot } = this;
    const root = rowRoot[row]!;
    this.colRoot[j] = root;
    this.colEdge[j] = edge;
    this.colFrom[j] = row;
    if (load[j]! < room[j]!) {
      this.felled[root] = 1;
      this.met = true;
      this.handOver(root, j);
      return;
    }
    for (let s = slotStart[j]!, stop = s + load[j]!; s < stop; s++) {
      const owner = slotRow[s]!;
      if (rowRoot[owner] !== NONE) continue;
      rowRoot[owner] = root;
      rowSlot[owner] = s;
      this.queue[this.tail++] = owner;
    }
  }

  /** Hands each place on the path to the row that asked for it, from the free one back to the root. */
  private handOver(root: number, target: number): void {
    const { graph, placed: { slotStart, slotRow, slotEdge, taken, load, missing }, colEdge, colFrom, rowSlot } = this;
    let col = target;
    let slot = slotStart[col]! + load[col]!++;
    for (;;) {
      const row = colFrom[col]!;
      const left = row === root ? -1 : rowSlot[row]!;
      const leftEdge = left < 0 ? -1 : slotEdge[left]!;
      slotRow[slot] = row;
      slotEdge[slot] = colEdge[col]!;
      taken[colEdge[col]!] = 1;
      if (left < 0) break;
      taken[leftEdge] = 0;
      col = graph.col[leftEdge]!;
      slot = left;
    }
    missing[root]!--;
  }

  /** Cuts felled trees down and lets those that are left grow into the clearing. */
  private clear(): void {
    const { placed: { missing }, rowRoot, colRoot, felled } = this;
    const [rows, cols]: number[][] = [[], []];
    for (let row = 0; row < rowRoot.length; row++) if (rowRoot[row] !== NONE && felled[rowRoot[row]!] === 1) rows!.push(row);
    for (let j = 0; j < colRoot.length; j++) if (colRoot[j] !== NONE && felled[colRoot[j]!] === 1) cols!.push(j);
    for (const row of rows!) rowRoot[row] = NONE;
    for (const j of cols!) colRoot[j] = NONE;
    for (const row of rows!) {
      felled[row] = 0;
      if (missing[row]! > 0) this.plant(row);
    }
    for (const row of rows!) if (rowRoot[row] === NONE) this.adopt(row);
    for (const j of cols!) this.graft(j);
  }

  /** A row that holds several places may own one of a column in another tree. */
  private adopt(row: number): void {
    const { graph: { need, rowStart, col }, placed: { taken, slotStart, slotRow }, colRoot } = this;
    if (need[row]! < 2) return;
    for (let e = rowStart[row]!; e < rowStart[row + 1]!; e++) {
      if (taken[e] === 0 || colRoot[col[e]!] === NONE) continue;
      let slot = slotStart[col[e]!]!;
      while (slotRow[slot] !== row) slot++;
      this.rowRoot[row] = colRoot[col[e]!]!;
      this.rowSlot[row] = slot;
      this.queue[this.tail++] = row;
      return;
    }
  }

  /** Joins a column to a tree with a row that wants it and has been searched already; those still queued will find it themselves. */
  private graft(j: number): void {
    const { back: { colStart, row, edge }, placed: { taken }, rowRoot, colRoot, felled } = this;
    if (colRoot[j] !== NONE) return;
    for (let b = colStart[j]!, end = colStart[j + 1]!; b < end; b++) {
      const root = rowRoot[row[b]!]!;
      if (root === NONE || felled[root] === 1 || taken[edge[b]!] === 1) continue;
      this.join(j, edge[b]!, row[b]!);
      return;
    }
  }
}
