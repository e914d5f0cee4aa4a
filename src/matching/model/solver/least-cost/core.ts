import { emptyPlacement } from "../flow.ts";
import { CompleteSearch, isComplete } from "./complete-search.ts";
import type { PerfectProblem, PerfectState } from "./perfect.ts";
import { placeByShortestPaths } from "./shortest-path.ts";
import { ENTRY, Shortlists } from "./shortlist.ts";

/** Pairs a row may add to the core at a time. */
const ADDED = 8;
/** When so large a share of the rows that gave up their pair last time do so again, the core is not worth enlarging. */
const STALLED = 0.9;

/** Below so many pairs reading whole rows is quicker. Chosen by measurement. */
const WORTHWHILE = 4_000_000;

/** Whether the problem is large, everybody suits everybody, and everybody gets one place and every place somebody. */
export function hasCore(problem: PerfectProblem): boolean {
  return problem.col.length >= WORTHWHILE && isComplete(problem) && isSquare(problem);
}

/** Every place is taken in the end, so that it does not matter at what price columns open. */
function isSquare({ need, room, firm, opensAt }: PerfectProblem): boolean {
  const sum = (values: Int32Array): number => values.reduce((a, b) => a + b, 0);
  return need.every((n) => n <= 1) && sum(need) === sum(room) && firm.every((n) => n === 0) && opensAt.every((price) => price === 0);
}

/**
 * Solves a square, complete problem by its core: the cheapest pairs of each row and whatever keeps everybody placed. Then every row is asked whether
 * a pair outside would have been cheaper at the prices found; if so the core gains it, and the row is placed anew (after Volgenant, "Linear and
 * semi-assignment problems: a core oriented approach", 1996). Where the core does not come to an end, whole rows are read for those left over.
 */
export function placeByCore(problem: PerfectProblem, state: PerfectState): void {
  const search = new CompleteSearch(placeInCore(problem, state), state);
  state.missing.forEach((_, row) => { if (state.missing[row]! > 0) search.placeOne(row); });
}

/** Returns the problem as it is for those left over: columns open at the prices they have. */
function placeInCore(problem: PerfectProblem, state: PerfectState): PerfectProblem {
  const pairs = firstCore(problem, state);
  const held = new Int32Array(problem.need.length).fill(-1);
  const opensAt = problem.opensAt.slice();
  for (let before = Infinity, released = 0; ; before = released) {
    placeWithin({ ...problem, opensAt }, pairs, state, held);
    released = askAll(problem, pairs, state, { held, opensAt });
    if (released === 0 || released > before * STALLED) break;
  }
  held.forEach((edge, row) => { if (edge >= 0) take(problem, state, row, edge); });
  return { ...problem, opensAt };
}

/** Each row's shortlist, and a pair from a placement of everybody one after another. */
function firstCore({ need, room, rowStart, ...rest }: PerfectProblem, { colPrice }: PerfectState): number[][] {
  const lists = new Shortlists({ need, room, rowStart, ...rest });
  let [next, left] = [-1, 0];
  return Array.from(need, (wanted, row) => {
    lists.draw(row, colPrice);
    const mine: number[] = [];
    for (let k = lists.start[row]!; k < lists.start[row + 1]!; k += ENTRY) mine.push(lists.entries[k + 2]!);
    if (wanted === 0) return mine;
    while (left === 0) left = room[++next]!;
    left--;
    const own = rowStart[row]! + next;
    return mine.includes(own) ? mine : [...mine, own];
  });
}

/** Places everybody at the least cost by pairs of the core only. */
function placeWithin(problem: PerfectProblem, pairs: readonly (readonly number[])[], { rowPrice, colPrice }: PerfectState, held: Int32Array): void {
  const rowStart = new Int32Array(pairs.length + 1);
  pairs.forEach((mine, row) => { rowStart[row + 1] = rowStart[row]! + mine.length; });
  const edges = Int32Array.from(pairs.flat());
  const core = { ...problem, rowStart, col: edges.map((e) => problem.col[e]!), cost: edges.map((e) => problem.cost[e]!) };
  const state = { ...emptyPlacement(core), rowPrice, colPrice };
  pairs.forEach((mine, row) => { if (held[row]! >= 0) take(core, state, row, rowStart[row]! + mine.indexOf(held[row]!)); });
  placeByShortestPaths(core, state, new Shortlists(core));
  state.load.forEach((load, j) => { for (let s = state.slotStart[j]!, end = s + load; s < end; s++) held[state.slotRow[s]!] = edges[state.slotEdge[s]!]!; });
}

function take({ col }: PerfectProblem, { slotStart, slotRow, slotEdge, load, taken, missing }: PerfectState, row: number, edge: number): void {
  const slot = slotStart[col[edge]!]! + load[col[edge]!]!++;
  slotRow[slot] = row;
  slotEdge[slot] = edge;
  taken[edge] = 1;
  missing[row]!--;
}

/** Every row looks at all its pairs: its price becomes right for the whole problem, and who holds a pair that is not the cheapest gives it up. Returns how many do. */
function askAll({ rowStart, col, cost }: PerfectProblem, pairs: number[][], { rowPrice, colPrice }: PerfectState, { held, opensAt }: { held: Int32Array; opensAt: Float64Array }): number {
  let released = 0;
  const [values, edges] = [new Float64Array(ADDED), new Int32Array(ADDED)];
  for (let row = 0; row < held.length; row++) {
    const own = held[row]!;
    const limit = own < 0 ? -Infinity : cost[own]! + colPrice[col[own]!]!;
    let size = 0;
    let least = Infinity;
    for (let e = rowStart[row]!, end = rowStart[row + 1]!; e < end; e++) {
      const value = cost[e]! + colPrice[col[e]!]!;
      if (value < least && e !== own) least = value;
      if (value >= limit || (size === ADDED && value >= values[ADDED - 1]!)) continue;
      let at = size === ADDED ? ADDED - 1 : size++;
      for (; at > 0 && values[at - 1]! > value; at--) {
        values[at] = values[at - 1]!;
        edges[at] = edges[at - 1]!;
      }
      values[at] = value;
      edges[at] = e;
    }
    rowPrice[row] = least < Infinity ? least : limit;
    if (size === 0) continue;
    for (const e of edges.subarray(0, size)) pairs[row]!.push(e);
    opensAt[col[own]!] = colPrice[col[own]!]!;
    held[row] = -1;
    released++;
  }
  return released;
}
