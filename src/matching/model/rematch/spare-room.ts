import { emptyPlacement, transpose, type Transposed } from "../solver/flow.ts";
import type { PerfectProblem, PerfectState } from "../solver/least-cost/perfect.ts";
import type { WholeNetwork } from "./whole-network.ts";

/**
 * Room for helpers who come in, so that the network need not be built again for each: so many columns, with so many places and candidates
 * at most, and so many pairs more in every row. Unused pairs are closed and lead to one more column, dearer than anything.
 */
const SPARE_COLUMNS = 32;
const SPARE_PLACES = 16;
const SPARE_CANDIDATES = 512;
export const SPARE_PAIRS = 2;

/** A helper who comes in: places, and the cost of each resident they could help. */
export interface Joined {
  readonly capacity: number;
  readonly costOf: ReadonlyMap<number, number>;
}

/** In `taken`: a pair that may not be used, though nobody holds it. To the searches it looks like one that is held. */
export const CLOSED = 2;

/** Where the columns for those who go without begin; the one before is where unused pairs lead. */
export const firstWithoutColumn = (helpers: number): number => helpers + SPARE_COLUMNS + 1;

/** The network seen from the columns, with room for the candidates of spare ones; until it is used it leads to a closed pair. */
export function transposedWithRoom({ need, room, rowStart, col }: PerfectProblem, helpers: number): Transposed {
  const { colStart, row, edge } = transpose(need.length, room.length, rowStart, col);
  const begin = colStart[helpers - 1]!;
  const widen = (values: Int32Array): Int32Array => {
    const wide = new Int32Array(values.length + SPARE_COLUMNS * SPARE_CANDIDATES).fill(values[begin] ?? 0);
    wide.set(values.subarray(0, begin));
    wide.set(values.subarray(begin), begin + SPARE_COLUMNS * SPARE_CANDIDATES);
    return wide;
  };
  return { colStart: spread(colStart, helpers, SPARE_CANDIDATES), row: widen(row), edge: widen(edge) };
}

/** Nobody placed yet, every unused pair closed. */
export function emptyStateWithRoom(problem: PerfectProblem, helpers: number): PerfectState {
  const state = emptyPlacement(problem);
  problem.col.forEach((j, e) => { if (j === helpers - 1) state.taken[e] = CLOSED; });
  const slots = state.slotRow.length + SPARE_COLUMNS * SPARE_PLACES;
  return {
    ...state, slotStart: spread(state.slotStart, helpers, SPARE_PLACES), slotRow: new Int32Array(slots), slotEdge: new Int32Array(slots),
    rowPrice: new Float64Array(problem.need.length), colPrice: problem.opensAt.slice(),
  };
}

/** Starts of the columns when each spare one has so much room. */
function spread(starts: Int32Array, helpers: number, room: number): Int32Array {
  const first = helpers - 1 - SPARE_COLUMNS;
  return starts.map((start, j) => start + Math.min(Math.max(0, j - first), SPARE_COLUMNS) * room);
}

/** Gives a spare column to a helper with these candidates, without a place taken yet; false, and nothing has changed, when there is no room for them or a cost is beyond all others. */
export function useSpareRoom(whole: WholeNetwork, helper: number, { capacity, costOf }: Joined): boolean {
  const { problem: { room, firm, opensAt, col, cost }, back, state: { taken, colPrice }, helpers, costs: [least, most] } = whole;
  if (helper >= helpers - 1 || capacity > SPARE_PLACES || costOf.size > SPARE_CANDIDATES) return false;
  const edges = Array.from(costOf.keys(), (resident) => spareEdge(whole, resident));
  if (edges.includes(-1) || [...costOf.values()].some((own) => own < least || own > most)) return false;
  opensAt[helper] = colPrice[helper] = 0;
  room[helper] = firm[helper] = capacity;
  let next = 0;
  for (const [resident, own] of costOf) {
    const edge = edges[next]!;
    col[edge] = helper;
    cost[edge] = own;
    taken[edge] = 0;
    back.row[back.colStart[helper]! + next] = resident;
    back.edge[back.colStart[helper]! + next++] = edge;
  }
  return true;
}

/** A row's first unused pair, or -1; the very first of all stays closed. */
function spareEdge({ problem: { rowStart, col }, back, helpers }: WholeNetwork, row: number): number {
  const kept = back.edge[back.colStart[helpers - 1]!];
  for (let e = rowStart[row]!; e < rowStart[row + 1]!; e++) if (col[e] === helpers - 1 && e !== kept) return e;
  return -1;
}
