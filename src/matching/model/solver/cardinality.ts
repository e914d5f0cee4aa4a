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
 * As many units placed as possible: greedy by least contention, then a shortest augmenting path for each row left over.
 * What cannot reach a free place never will: it is found once, walking backwards from the free places, and again whenever a
 * search fails; nobody enters it after that. In the end it is the smallest cut.
 */
export function placeMost(graph: Bipartite, back: Transposed): LargestPlacement {
  const [rows, cols] = [graph.need.length, graph.room.length];
  const placed = emptyPlacement(graph);
  placeGreedily(graph, back, placed);
  const search: Search = {
    graph, placed, rowMark: new Int32Array(rows).fill(DEAD), colMark: new Int32Array(cols).fill(DEAD),
    colEdge: new Int32Array(cols), colFrom: new Int32Array(cols), rowSlot: new Int32Array(rows), queue: new Int32Array(Math.max(rows, cols)),
  };
  reviveHopeful(search, back);
  let turn = LIVE;
  for (let row = 0; row < rows; row++) {
    while (placed.missing[row]! > 0 && search.rowMark[row] !== DEAD && augment(search, row, ++turn));
  }
  const inCut = (marks: Int32Array): Uint8Array => Uint8Array.from(marks, (mark) => (mark === DEAD ? 1 : 0));
  return { ...placed, rowInCut: inCut(search.rowMark), colInCut: inCut(search.colMark) };
}

/** Marks: no free place can be reached; not yet looked at; above that, the turn in which it was last reached. */
const DEAD = -1;
const LIVE = 0;

interface Search {
  readonly graph: Bipartite;
  readonly placed: Placement;
  readonly rowMark: Int32Array;
  readonly colMark: Int32Array;
  /** How a column was reached: by which edge from which row; and at which place a row was met. */
  readonly colEdge: Int32Array;
  readonly colFrom: Int32Array;
  readonly rowSlot: Int32Array;
  readonly queue: Int32Array;
}

/** Breadth-first backwards from the free places: whatever is met can reach one. */
function reviveHopeful({ graph: { room, rowStart, col }, placed: { taken, load }, rowMark, colMark, queue }: Search, back: Transposed): void {
  let tail = 0;
  const revive = (j: number): void => {
    colMark[j] = LIVE;
    queue[tail++] = j;
  };
  for (let j = 0; j < room.length; j++) if (load[j]! < room[j]!) revive(j);
  for (let head = 0; head < tail; head++) {
    const j = queue[head]!;
    for (let b = back.colStart[j]!, end = back.colStart[j + 1]!; b < end; b++) {
      const row = back.row[b]!;
      if (rowMark[row] === LIVE || taken[back.edge[b]!] === 1) continue;
      rowMark[row] = LIVE;
      for (let e = rowStart[row]!, stop = rowStart[row + 1]!; e < stop; e++) if (taken[e] === 1 && colMark[col[e]!] === DEAD) revive(col[e]!);
    }
  }
}

/** Breadth-first from one row to the nearest column with room; on failure the region is marked dead. */
function augment(search: Search, source: number, turn: number): boolean {
  const { graph: { room, rowStart, col }, placed: { taken, load, slotStart, slotRow }, rowMark, colMark, colEdge, colFrom, rowSlot, queue } = search;
  let tail = 1;
  queue[0] = source;
  rowMark[source] = turn;
  for (let head = 0; head < tail; head++) {
    const row = queue[head]!;
    for (let e = rowStart[row]!, end = rowStart[row + 1]!; e < end; e++) {
      const j = col[e]!;
      if (colMark[j] === turn || colMark[j] === DEAD || taken[e] === 1) continue;
      colMark[j] = turn;
      colEdge[j] = e;
      colFrom[j] = row;
      if (load[j]! < room[j]!) {
        move(search, source, j);
        return true;
      }
      for (let s = slotStart[j]!, stop = s + load[j]!; s < stop; s++) {
        const owner = slotRow[s]!;
        if (rowMark[owner] === turn || rowMark[owner] === DEAD) continue;
        rowMark[owner] = turn;
        rowSlot[owner] = s;
        queue[tail++] = owner;
      }
    }
  }
  for (const row of queue.subarray(0, tail)) {
    rowMark[row] = DEAD;
    for (let e = rowStart[row]!; e < rowStart[row + 1]!; e++) if (colMark[col[e]!] === turn) colMark[col[e]!] = DEAD;
  }
  return false;
}

/** Hands each place on the path to the row that asked for it, from the free one back to the source. */
function move({ graph, placed, colEdge, colFrom, rowSlot }: Search, source: number, target: number): void {
  const { slotStart, slotRow, slotEdge, taken, load, missing } = placed;
  let col = target;
  let slot = slotStart[col]! + load[col]!++;
  for (;;) {
    const row = colFrom[col]!;
    const left = row === source ? -1 : rowSlot[row]!;
    const leftEdge = left < 0 ? -1 : slotEdge[left]!;
    slotRow[slot] = row;
    slotEdge[slot] = colEdge[col]!;
    taken[colEdge[col]!] = 1;
    if (left < 0) break;
    taken[leftEdge] = 0;
    col = graph.col[leftEdge]!;
    slot = left;
  }
  missing[source]!--;
}
