import { handOver } from "../flow.ts";
import type { Bipartite, LargestPlacement, Placement, Trail, Transposed } from "../flow.ts";
import { OPEN } from "../problem.ts";

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
  private readonly trail: Trail;
  /** Of a root: its tree has met a free place and is about to be cut down. */
  private readonly felled: Uint8Array;
  private readonly felledRoots: number[] = [];
  /** The rows and columns of each tree, as lists that begin at its root's number. */
  private readonly rows: Members;
  private readonly cols: Members;
  private readonly queue: Int32Array;
  private tail = 0;

  constructor(graph: Bipartite, back: Transposed, placed: Placement) {
    const [rows, cols] = [graph.need.length, graph.room.length];
    this.graph = graph;
    this.back = back;
    this.placed = placed;
    this.rowRoot = new Int32Array(rows).fill(NONE);
    this.colRoot = new Int32Array(cols).fill(NONE);
    this.trail = { colEdge: new Int32Array(cols), colFrom: new Int32Array(cols), rowSlot: new Int32Array(rows) };
    this.felled = new Uint8Array(rows);
    this.rows = new Members(rows, rows);
    this.cols = new Members(rows, cols);
    this.queue = new Int32Array(rows);
  }

  grow(): LargestPlacement {
    const { missing } = this.placed;
    for (let row = 0; row < missing.length; row++) if (missing[row]! > 0) this.plant(row);
    for (;;) {
      this.spread();
      if (this.felledRoots.length === 0) break;
      this.clear(this.felledRoots.splice(0));
    }
    const region = (root: number) => (root === NONE ? OPEN : 0);
    return { ...this.placed, rowRegion: this.rowRoot.map(region), colRegion: this.colRoot.map(region) };
  }

  private plant(row: number): void {
    this.rowRoot[row] = row;
    this.rows.add(row, row);
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
    const { placed: { load, slotStart, slotRow }, graph: { room }, trail: { rowSlot }, rowRoot } = this;
    const root = rowRoot[row]!;
    this.colRoot[j] = root;
    this.trail.colEdge[j] = edge;
    this.trail.colFrom[j] = row;
    this.cols.add(root, j);
    if (load[j]! < room[j]!) {
      this.felled[root] = 1;
      this.felledRoots.push(root);
      handOver(this.graph, this.placed, this.trail, root, j);
      return;
    }
    for (let s = slotStart[j]!, stop = s + load[j]!; s < stop; s++) {
      const owner = slotRow[s]!;
      if (rowRoot[owner] !== NONE) continue;
      rowRoot[owner] = root;
      rowSlot[owner] = s;
      this.rows.add(root, owner);
      this.queue[this.tail++] = owner;
    }
  }

  /** Cuts felled trees down and lets those that are left grow into the clearing. */
  private clear(roots: readonly number[]): void {
    const { placed: { missing }, rowRoot, colRoot, felled } = this;
    const rows = roots.flatMap((root) => this.rows.take(root));
    const cols = roots.flatMap((root) => this.cols.take(root));
    for (const row of rows) rowRoot[row] = NONE;
    for (const j of cols) colRoot[j] = NONE;
    for (const root of roots) {
      felled[root] = 0;
      if (missing[root]! > 0) this.plant(root);
    }
    for (const row of rows) if (rowRoot[row] === NONE) this.adopt(row);
    for (const j of cols) this.graft(j);
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
      this.trail.rowSlot[row] = slot;
      this.rows.add(this.rowRoot[row]!, row);
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

/** Who belongs to which tree, as linked lists in two arrays. */
class Members {
  private readonly first: Int32Array;
  private readonly next: Int32Array;

  constructor(trees: number, members: number) {
    this.first = new Int32Array(trees).fill(NONE);
    this.next = new Int32Array(members);
  }

  add(tree: number, member: number): void {
    this.next[member] = this.first[tree]!;
    this.first[tree] = member;
  }

  /** Empties a tree; its members. */
  take(tree: number): number[] {
    const all: number[] = [];
    for (let member = this.first[tree]!; member !== NONE; member = this.next[member]!) all.push(member);
    this.first[tree] = NONE;
    return all;
  }
}
