import { emptyPlacement } from "./flow.ts";
import type { Bipartite, Placement } from "./flow.ts";
import { placeGreedily } from "./greedy.ts";
import type { Transposed } from "./transpose.ts";

/** The largest placement, and the smallest cut: rows and columns from which no free place can be reached by swapping. */
export interface LargestPlacement extends Placement {
  readonly rowInCut: Uint8Array;
  readonly colInCut: Uint8Array;
}

/**
 * As many units placed as possible: greedy by least contention, then shortest augmenting paths in phases (Hopcroft–Karp,
 * Dinic). Distances are measured backwards from the free places, so that rows beyond hope are never walked through.
 */
export function placeMost(graph: Bipartite, back: Transposed): LargestPlacement {
  const [rows, cols] = [graph.need.length, graph.room.length];
  const placed = emptyPlacement(graph);
  placeGreedily(graph, back, placed);
  const search = { graph, back, placed, rowLevel: new Int32Array(rows), colLevel: new Int32Array(cols), rowNext: new Int32Array(rows), colNext: new Int32Array(cols), path: new Int32Array(2 * rows + 2), queue: new Int32Array(cols) };
  for (let sources = layer(search); sources.length > 0; sources = layer(search)) {
    search.rowNext.set(graph.rowStart.subarray(0, rows));
    search.colNext.fill(0);
    for (const row of sources) while (placed.missing[row]! > 0 && augment(search, row));
  }
  const beyond = (levels: Int32Array): Uint8Array => Uint8Array.from(levels, (level) => (level < 0 ? 1 : 0));
  return { ...placed, rowInCut: beyond(search.rowLevel), colInCut: beyond(search.colLevel) };
}

interface Search {
  readonly graph: Bipartite;
  readonly back: Transposed;
  readonly placed: Placement;
  /** Swaps to the nearest free place, -1 where none was found. */
  readonly rowLevel: Int32Array;
  readonly colLevel: Int32Array;
  /** How far a row has looked through its edges, and a column through its holders, in this phase. */
  readonly rowNext: Int32Array;
  readonly colNext: Int32Array;
  readonly path: Int32Array;
  readonly queue: Int32Array;
}

/** Breadth-first backwards from the free places; returns the nearest rows with something missing. */
function layer({ graph: { room, rowStart, col }, back, placed: { taken, missing, load }, rowLevel, colLevel, queue }: Search): number[] {
  rowLevel.fill(-1);
  colLevel.fill(-1);
  const sources: number[] = [];
  let [head, tail] = [0, 0];
  for (let j = 0; j < room.length; j++) if (load[j]! < room[j]!) { colLevel[j] = 0; queue[tail++] = j; }
  while (head < tail) {
    const j = queue[head++]!;
    const level = colLevel[j]! + 1;
    if (sources.length > 0 && level > rowLevel[sources[0]!]!) break;
    for (let b = back.colStart[j]!, end = back.colStart[j + 1]!; b < end; b++) {
      const row = back.row[b]!;
      if (rowLevel[row]! >= 0 || taken[back.edge[b]!] === 1) continue;
      rowLevel[row] = level;
      if (missing[row]! > 0) sources.push(row);
      for (let e = rowStart[row]!, stop = rowStart[row + 1]!; e < stop; e++) {
        if (taken[e] === 0 || colLevel[col[e]!]! >= 0) continue;
        colLevel[col[e]!] = level;
        queue[tail++] = col[e]!;
      }
    }
  }
  return sources;
}

/** Depth-first down the levels from one row; `path` holds edge, place, edge, place … so that each step can be swapped. */
function augment(search: Search, source: number): boolean {
  const { graph: { room, rowStart, col }, placed, rowLevel, colLevel, rowNext, colNext, path } = search;
  let depth = 0;
  let row = source;
  for (;;) {
    const e = rowNext[row]!;
    if (e >= rowStart[row + 1]!) {
      if (depth === 0) return false;
      depth -= 2;
      row = depth === 0 ? source : placed.slotRow[path[depth - 1]!]!;
      continue;
    }
    const j = col[e]!;
    const closed = placed.taken[e] === 1 || colLevel[j] !== rowLevel[row]! - 1;
    if (!closed && placed.load[j]! < room[j]!) {
      occupy(placed, row, e, placed.slotStart[j]! + placed.load[j]!++);
      swapBack(placed, path, depth, source);
      placed.missing[source]!--;
      return true;
    }
    if (closed || colLevel[j] === 0 || colNext[j]! >= placed.load[j]!) { rowNext[row]!++; continue; }
    const slot = placed.slotStart[j]! + colNext[j]!++;
    const owner = placed.slotRow[slot]!;
    if (rowLevel[owner] !== colLevel[j]!) continue;
    path[depth++] = e;
    path[depth++] = slot;
    row = owner;
  }
}

/** Hands each place on the path to the row that asked for it, the last one first. */
function swapBack(placed: Placement, path: Int32Array, depth: number, source: number): void {
  for (let d = depth; d > 0; d -= 2) {
    const slot = path[d - 1]!;
    const asker = d === 2 ? source : placed.slotRow[path[d - 3]!]!;
    placed.taken[placed.slotEdge[slot]!] = 0;
    occupy(placed, asker, path[d - 2]!, slot);
  }
}

function occupy(placed: Placement, row: number, edge: number, slot: number): void {
  placed.slotRow[slot] = row;
  placed.slotEdge[slot] = edge;
  placed.taken[edge] = 1;
}
