import { emptyPlacement } from "./flow.ts";
import type { Bipartite, Placement } from "./flow.ts";

/** The largest placement, and what its unplaced rows can still reach by swapping: the smallest cut. */
export interface LargestPlacement extends Placement {
  /** ≥ 0 where reachable from an unplaced unit, -1 elsewhere. */
  readonly rowLevel: Int32Array;
  readonly colLevel: Int32Array;
}

/** As many units placed as possible: greedy by least contention, then shortest augmenting paths in phases (Hopcroft–Karp, Dinic). */
export function placeMost(graph: Bipartite): LargestPlacement {
  const placed = emptyPlacement(graph);
  const rowLevel = new Int32Array(graph.need.length);
  const colLevel = new Int32Array(graph.room.length);
  placeGreedily(graph, placed);
  const search = { graph, placed, rowLevel, colLevel, rowNext: new Int32Array(graph.need.length), colNext: new Int32Array(graph.room.length), path: new Int32Array(2 * graph.need.length + 2) };
  while (layer(search)) {
    search.rowNext.set(graph.rowStart.subarray(0, graph.need.length));
    search.colNext.fill(0);
    for (let row = 0; row < graph.need.length; row++) while (placed.missing[row]! > 0 && augment(search, row));
  }
  return { ...placed, rowLevel, colLevel };
}

interface Search {
  readonly graph: Bipartite;
  readonly placed: Placement;
  readonly rowLevel: Int32Array;
  readonly colLevel: Int32Array;
  readonly rowNext: Int32Array;
  readonly colNext: Int32Array;
  readonly path: Int32Array;
}

/** Rows with few candidates choose first, each the column the fewest rows compete for. */
function placeGreedily({ need, room, rowStart, col }: Bipartite, placed: Placement): void {
  const rivals = new Float64Array(room.length);
  for (let e = 0; e < col.length; e++) rivals[col[e]!]!++;
  for (let j = 0; j < room.length; j++) rivals[j] = room[j]! > 0 ? rivals[j]! / room[j]! : Infinity;
  for (const row of byDegree(rowStart, need.length)) {
    while (placed.missing[row]! > 0) {
      let best = -1;
      for (let e = rowStart[row]!; e < rowStart[row + 1]!; e++) {
        if (placed.taken[e] || placed.load[col[e]!]! >= room[col[e]!]!) continue;
        if (best < 0 || rivals[col[e]!]! < rivals[col[best]!]!) best = e;
      }
      if (best < 0) break;
      occupy(placed, row, best, placed.slotStart[col[best]!]! + placed.load[col[best]!]!++);
      placed.missing[row]!--;
    }
  }
}

function byDegree(rowStart: Int32Array, rows: number): Int32Array {
  let most = 0;
  for (let i = 0; i < rows; i++) most = Math.max(most, rowStart[i + 1]! - rowStart[i]!);
  const from = new Int32Array(most + 2);
  for (let i = 0; i < rows; i++) from[rowStart[i + 1]! - rowStart[i]! + 1]!++;
  for (let d = 0; d <= most; d++) from[d + 1]! += from[d]!;
  const order = new Int32Array(rows);
  for (let i = 0; i < rows; i++) order[from[rowStart[i + 1]! - rowStart[i]!]!++] = i;
  return order;
}

function occupy(placed: Placement, row: number, edge: number, slot: number): void {
  placed.slotRow[slot] = row;
  placed.slotEdge[slot] = edge;
  placed.taken[edge] = 1;
}

/** Breadth-first layers from all rows with something missing; true when a column with room was met. */
function layer({ graph, placed, rowLevel, colLevel }: Search): boolean {
  const { need, room, rowStart, col } = graph;
  rowLevel.fill(-1);
  colLevel.fill(-1);
  const queue = new Int32Array(need.length);
  let [head, tail, limit] = [0, 0, Infinity];
  for (let i = 0; i < need.length; i++) if (placed.missing[i]! > 0) { rowLevel[i] = 0; queue[tail++] = i; }
  while (head < tail) {
    const i = queue[head++]!;
    const next = rowLevel[i]! + 1;
    if (next > limit) break;
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      const j = col[e]!;
      if (placed.taken[e] || colLevel[j]! >= 0) continue;
      colLevel[j] = next;
      if (placed.load[j]! < room[j]!) limit = next;
      for (let s = placed.slotStart[j]!, end = s + placed.load[j]!; s < end; s++) {
        const r = placed.slotRow[s]!;
        if (rowLevel[r]! < 0) { rowLevel[r] = next; queue[tail++] = r; }
      }
    }
  }
  return limit < Infinity;
}

/** Depth-first along the layers from one row; `path` holds edge, slot, edge, slot … so that each step can be swapped. */
function augment(search: Search, start: number): boolean {
  const { graph: { room, rowStart, col }, placed, rowLevel, colLevel, rowNext, colNext, path } = search;
  let depth = 0;
  let row = start;
  for (;;) {
    if (rowNext[row]! >= rowStart[row + 1]!) {
      if (depth === 0) return false;
      depth -= 2;
      row = depth === 0 ? start : placed.slotRow[path[depth - 1]!]!;
      continue;
    }
    const e = rowNext[row]!;
    const j = col[e]!;
    const slot = placed.slotStart[j]! + colNext[j]!;
    const closed = placed.taken[e] === 1 || colLevel[j] !== rowLevel[row]! + 1;
    if (!closed && placed.load[j]! < room[j]!) {
      occupy(placed, row, e, placed.slotStart[j]! + placed.load[j]!++);
      swapBack(placed, path, depth, start);
      placed.missing[start]!--;
      return true;
    }
    if (closed || colNext[j]! >= placed.load[j]!) { rowNext[row]!++; continue; }
    colNext[j]!++;
    const owner = placed.slotRow[slot]!;
    if (rowLevel[owner] !== colLevel[j]!) continue;
    path[depth++] = e;
    path[depth++] = slot;
    row = owner;
  }
}

/** Hands each place on the path to the row that asked for it. */
function swapBack(placed: Placement, path: Int32Array, depth: number, start: number): void {
  for (let d = depth; d > 0; d -= 2) {
    const slot = path[d - 1]!;
    const asker = d === 2 ? start : placed.slotRow[path[d - 3]!]!;
    placed.taken[placed.slotEdge[slot]!] = 0;
    placed.slotRow[slot] = asker;
    placed.slotEdge[slot] = path[d - 2]!;
    placed.taken[path[d - 2]!] = 1;
  }
}
