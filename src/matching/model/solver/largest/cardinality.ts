import { emptyPlacement, handOver } from "../flow.ts";
import type { Bipartite, LargestPlacement, Placement, Trail, Transposed } from "../flow.ts";
import { placeByForest } from "./forest.ts";
import { placeGreedily } from "./greedy.ts";
import { OPEN } from "../problem.ts";

/** As many units placed as possible: greedy by least contention, then the forest places what is left. */
export function placeMost(graph: Bipartite, back: Transposed): LargestPlacement {
  const placed = emptyPlacement(graph);
  placeGreedily(graph, back, placed);
  return placeByForest(graph, back, placed);
}

/** Whether every row gets all it needs when each takes the first columns that have room: often enough where everybody suits nearly everybody. */
export function fitsAsTheyCome({ need, room, rowStart, col }: Bipartite): boolean {
  const load = new Int32Array(room.length);
  for (let i = 0, from = 0; i < need.length; i++) {
    let missing = need[i]!;
    const [start, size] = [rowStart[i]!, rowStart[i + 1]! - rowStart[i]!];
    // Each begins where the last one ended, so that full columns are not met again and again.
    for (let k = 0; k < size && missing > 0; k++) {
      const at = (from + k) % size;
      if (load[col[start + at]!]! >= room[col[start + at]!]!) continue;
      load[col[start + at]!]!++;
      if (--missing === 0) from = at;
    }
    if (missing > 0) return false;
  }
  return true;
}

/**
 * As many units placed as possible, tier by tier: as many units of the first tier as possible, then of the second without taking from the first, and so on.
 * Who is placed once is never left out again, so every tier gets the most it can (a matroid's greedy choice), and the total is the largest. Whoever cannot reach a free place never will: nobody enters such a region again.
 */
export function placeInOrder(graph: Bipartite, tierOf: (row: number, k: number) => number): LargestPlacement {
  const placed = emptyPlacement(graph);
  placed.missing.fill(0);
  const search = newSearch(graph, placed);
  for (const { row, tier } of unitsByTier(graph.need, tierOf)) {
    placed.missing[row]!++;
    search.tier = tier;
    placeRow(search, row);
  }
  return { ...placed, rowRegion: search.rowRegion, colRegion: search.colRegion };
}

function unitsByTier(need: Int32Array, tierOf: (row: number, k: number) => number): { row: number; tier: number }[] {
  const units: { row: number; tier: number }[] = [];
  need.forEach((most, row) => { for (let k = 0; k < most; k++) units.push({ row, tier: tierOf(row, k) }); });
  return units.sort((a, b) => a.tier - b.tier || a.row - b.row);
}

function placeRow(search: Search, row: number): void {
  while (search.placed.missing[row]! > 0 && search.rowRegion[row] === OPEN) augment(search, row);
}

function newSearch(graph: Bipartite, placed: Placement): Search {
  const [rows, cols] = [graph.need.length, graph.room.length];
  return {
    graph, placed, turn: 0, tier: 0, rowRegion: new Int32Array(rows).fill(OPEN), colRegion: new Int32Array(cols).fill(OPEN), rowMark: new Int32Array(rows), colMark: new Int32Array(cols),
    colEdge: new Int32Array(cols), colFrom: new Int32Array(cols), rowSlot: new Int32Array(rows), queue: new Int32Array(Math.max(rows, cols)),
  };
}

interface Search extends Trail {
  readonly graph: Bipartite;
  readonly placed: Placement;
  turn: number;
  tier: number;
  /** Tier in which it was found that no free place can be reached; OPEN until then. */
  readonly rowRegion: Int32Array;
  readonly colRegion: Int32Array;
  /** Turn in which a row or column was last reached. */
  readonly rowMark: Int32Array;
  readonly colMark: Int32Array;
  readonly queue: Int32Array;
}

/** Breadth-first from one row to the nearest column with room; on failure the region is closed. */
function augment(search: Search, source: number): void {
  const { graph: { room, rowStart, col }, placed: { taken, load, slotStart, slotRow }, rowRegion, colRegion, rowMark, colMark, colEdge, colFrom, rowSlot, queue } = search;
  const turn = ++search.turn;
  let tail = 1;
  queue[0] = source;
  rowMark[source] = turn;
  for (let head = 0; head < tail; head++) {
    const row = queue[head]!;
    for (let e = rowStart[row]!, end = rowStart[row + 1]!; e < end; e++) {
      const j = col[e]!;
      if (colMark[j] === turn || colRegion[j] !== OPEN || taken[e] === 1) continue;
      colMark[j] = turn;
      colEdge[j] = e;
      colFrom[j] = row;
      if (load[j]! < room[j]!) {
        return handOver(search.graph, search.placed, search, source, j);
      }
      for (let s = slotStart[j]!, stop = s + load[j]!; s < stop; s++) {
        const owner = slotRow[s]!;
        if (rowMark[owner] === turn || rowRegion[owner] !== OPEN) continue;
        rowMark[owner] = turn;
        rowSlot[owner] = s;
        queue[tail++] = owner;
      }
    }
  }
  for (const row of queue.subarray(0, tail)) {
    rowRegion[row] = search.tier;
    for (let e = rowStart[row]!; e < rowStart[row + 1]!; e++) if (colMark[col[e]!] === turn) colRegion[col[e]!] = search.tier;
  }
}
