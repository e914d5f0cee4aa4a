import type { Bipartite, Placement, Transposed } from "../flow.ts";

/**
 * A first placement that leaves little to repair: whoever has the least choice left goes first and takes the column the
 * fewest others still compete for; a column with room for all who still want it takes them at once (after Karp and Sipser).
 */
export function placeGreedily(graph: Bipartite, back: Transposed, placed: Placement): void {
  const greedy = new Greedy(graph, back, placed);
  greedy.run();
}

class Greedy {
  private readonly graph: Bipartite;
  private readonly back: Transposed;
  private readonly placed: Placement;
  /** Open columns a row has not taken yet; rows still looking that a column could take. */
  private readonly choices: Int32Array;
  private readonly rivals: Int32Array;
  /** Rows by choices to spare, as linked lists; an entry is stale once the row has moved to another list. */
  private readonly first: Int32Array;
  private readonly next: Int32Array;
  private readonly previous: Int32Array;
  private readonly listed: Int32Array;
  private lowest = 0;
  private readonly ample: number[] = [];

  constructor(graph: Bipartite, back: Transposed, placed: Placement) {
    const [rows, cols] = [graph.need.length, graph.room.length];
    this.graph = graph;
    this.back = back;
    this.placed = placed;
    this.choices = new Int32Array(rows);
    this.rivals = new Int32Array(cols);
    let most = 0;
    for (let i = 0; i < rows; i++) {
      for (let e = graph.rowStart[i]!; e < graph.rowStart[i + 1]!; e++) {
        if (graph.room[graph.col[e]!]! > 0) this.choices[i]!++;
        if (graph.need[i]! > 0) this.rivals[graph.col[e]!]!++;
      }
      most = Math.max(most, this.choices[i]!);
    }
    this.first = new Int32Array(most + 1).fill(-1);
    this.next = new Int32Array(rows);
    this.previous = new Int32Array(rows);
    this.listed = new Int32Array(rows).fill(-1);
  }

  run(): void {
    const { need, room } = this.graph;
    for (let i = need.length - 1; i >= 0; i--) this.list(i);
    for (let j = 0; j < room.length; j++) if (room[j]! > 0 && this.rivals[j]! <= room[j]!) this.ample.push(j);
    for (;;) {
      const col = this.ample.pop();
      if (col !== undefined) { this.takeAll(col); continue; }
      while (this.lowest < this.first.length && this.first[this.lowest]! < 0) this.lowest++;
      if (this.lowest >= this.first.length) return;
      this.choose(this.first[this.lowest]!);
    }
  }

  /** Puts a row into the list of its choices to spare, or takes it out when it looks no longer. */
  private list(row: number): void {
    const { first, next, previous, listed } = this;
    const spare = this.placed.missing[row]! > 0 && this.choices[row]! > 0 ? Math.max(0, this.choices[row]! - this.placed.missing[row]!) : -1;
    if (listed[row] === spare) return;
    if (listed[row]! >= 0) {
      if (previous[row]! >= 0) next[previous[row]!] = next[row]!; else first[listed[row]!] = next[row]!;
      if (next[row]! >= 0) previous[next[row]!] = previous[row]!;
    }
    listed[row] = spare;
    if (spare < 0) return;
    next[row] = first[spare]!;
    previous[row] = -1;
    if (first[spare]! >= 0) previous[first[spare]!] = row;
    first[spare] = row;
    if (spare < this.lowest) this.lowest = spare;
  }

  private choose(row: number): void {
    const { rowStart, col, room } = this.graph;
    const { taken, load } = this.placed;
    let best = -1;
    let least = Infinity;
    for (let e = rowStart[row]!; e < rowStart[row + 1]!; e++) {
      const j = col[e]!;
      if (taken[e] === 1 || load[j]! >= room[j]!) continue;
      const contention = this.rivals[j]! / (room[j]! - load[j]!);
      if (contention < least) { least = contention; best = e; }
    }
    this.take(row, best);
  }

  private takeAll(col: number): void {
    const { colStart, row, edge } = this.back;
    for (let b = colStart[col]!; b < colStart[col + 1]!; b++) {
      const full = this.placed.load[col]! >= this.graph.room[col]!;
      if (!full && this.placed.missing[row[b]!]! > 0 && this.placed.taken[edge[b]!] === 0) this.take(row[b]!, edge[b]!);
    }
  }

  private take(row: number, e: number): void {
    const { col, room, rowStart } = this.graph;
    const { taken, load, missing, slotStart, slotRow, slotEdge } = this.placed;
    const j = col[e]!;
    const slot = slotStart[j]! + load[j]!++;
    slotRow[slot] = row;
    slotEdge[slot] = e;
    taken[e] = 1;
    missing[row]!--;
    this.choices[row]!--;
    this.rivals[j]!--;
    if (missing[row] === 0) for (let f = rowStart[row]!; f < rowStart[row + 1]!; f++) if (taken[f] === 0) this.loseRival(col[f]!);
    if (load[j]! >= room[j]!) this.close(j);
    this.list(row);
  }

  private loseRival(col: number): void {
    const left = this.graph.room[col]! - this.placed.load[col]!;
    if (--this.rivals[col]! === left && left > 0) this.ample.push(col);
  }

  private close(col: number): void {
    const { colStart, row, edge } = this.back;
    for (let b = colStart[col]!; b < colStart[col + 1]!; b++) {
      const other = row[b]!;
      if (this.placed.taken[edge[b]!] === 1) continue;
      this.choices[other]!--;
      if (this.placed.missing[other]! > 0) this.list(other);
    }
  }
}
