import type { LargestPlacement } from "./cardinality.ts";
import type { PerfectProblem } from "./perfect.ts";
import type { Network } from "./reduce.ts";
import type { Transposed } from "./transpose.ts";

/** One side of the cut as a problem of its own, with the way back to the network. */
export interface Side {
  readonly problem: PerfectProblem;
  /** Network index of each row and column. */
  readonly rows: Int32Array;
  readonly cols: Int32Array;
  /** Network edge of each edge. */
  readonly edges: Int32Array;
}

/**
 * The Dulmage–Mendelsohn split. In every largest answer residents outside the cut are all served in full, helpers inside it
 * are all used in full, pairs from inside residents to outside helpers all stand and the reverse never do. So cost can be
 * settled on each side apart: outside with residents as rows, inside with helpers as rows.
 */
export interface Split {
  readonly residentIn: Uint8Array;
  readonly helperIn: Uint8Array;
  /** Network edges that stand in every largest answer. */
  readonly forced: Int32Array;
  readonly outside: Side;
  readonly inside: Side;
}

export function splitAtCut(network: Network, back: Transposed, most: LargestPlacement, seed: number): Split {
  const { rowInCut: residentIn, colInCut: helperIn } = most;
  const want = network.want.slice();
  const cap = network.cap.slice();
  const held = network.held.slice();
  const forced: number[] = [];
  const tails = tailOfEach(network);
  for (let e = 0; e < network.helper.length; e++) {
    if (!residentIn[tails[e]!] || helperIn[network.helper[e]!]) continue;
    forced.push(e);
    want[tails[e]!]!--;
    cap[network.helper[e]!]!--;
    held[tails[e]!]!++;
  }
  const entry = Float64Array.from(held, (k, r) => network.penalty(r, k));
  const step = Float64Array.from(held, (k, r) => network.penalty(r, k + 1) - network.penalty(r, k));
  const free = new Float64Array(cap.length);
  const forward = { rowStart: network.rowStart, col: network.helper, cost: network.cost, edge: null };
  const backward = { rowStart: back.colStart, col: back.row, cost: back.edge.map((e) => network.cost[e]!), edge: back.edge };
  const outside = renumber({ from: forward, back: backward, need: want, room: cap, entry: free, step: free, rowIn: residentIn, colIn: helperIn, side: 0, seed });
  const inside = renumber({ from: backward, back: forward, need: cap, room: want, entry, step, rowIn: helperIn, colIn: residentIn, side: 1, seed });
  return { residentIn, helperIn, forced: Int32Array.from(forced), outside, inside };
}

interface Adjacency {
  readonly rowStart: Int32Array;
  readonly col: Int32Array;
  readonly cost: Int32Array;
  /** Network edge of each entry; null when they are the same. */
  readonly edge: Int32Array | null;
}

function tailOfEach({ want, rowStart, helper }: Network): Int32Array {
  const tails = new Int32Array(helper.length);
  for (let r = 0; r < want.length; r++) tails.fill(r, rowStart[r], rowStart[r + 1]);
  return tails;
}

interface SideInput {
  readonly from: Adjacency;
  readonly back: Adjacency;
  readonly need: Int32Array;
  readonly room: Int32Array;
  readonly entry: Float64Array;
  readonly step: Float64Array;
  readonly rowIn: Uint8Array;
  readonly colIn: Uint8Array;
  readonly side: 0 | 1;
  readonly seed: number;
}

/** Copies one side out, without pairs that nobody has room for, in breadth-first order, so that people who compete lie near each other in memory. */
function renumber(input: SideInput): Side {
  const { from, need, room, colIn, side } = input;
  const usable = (row: number, col: number): boolean => colIn[col] === side && need[row]! > 0 && room[col]! > 0;
  const rows = breadthFirst(input);
  const colOf = new Int32Array(room.length).fill(-1);
  const cols = new Int32Array(room.length);
  const rowStart = new Int32Array(rows.length + 1);
  let size = 0;
  for (const row of rows) for (let e = from.rowStart[row]!; e < from.rowStart[row + 1]!; e++) if (usable(row, from.col[e]!)) size++;
  const [col, cost, edges] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
  let [at, count] = [0, 0];
  for (let i = 0; i < rows.length; i++) {
    for (let e = from.rowStart[rows[i]!]!, end = from.rowStart[rows[i]! + 1]!; e < end; e++) {
      const j = from.col[e]!;
      if (!usable(rows[i]!, j)) continue;
      if (colOf[j]! < 0) { cols[count] = j; colOf[j] = count++; }
      col[at] = colOf[j]!;
      cost[at] = from.cost[e]!;
      edges[at++] = from.edge ? from.edge[e]! : e;
    }
    rowStart[i + 1] = at;
  }
  const used = cols.slice(0, count);
  const problem = { need: pick(need, rows), room: pick(room, used), rowStart, col, cost, entry: Float64Array.from(used, (j) => input.entry[j]!), step: Float64Array.from(used, (j) => input.step[j]!) };
  return { problem, rows, cols: used, edges };
}

function pick(values: Int32Array, at: Int32Array): Int32Array {
  return Int32Array.from(at, (i) => values[i]!);
}

/** Rows of one side, neighbours (rows that share a column) close together; the seed chooses where to begin. */
function breadthFirst({ from, back, rowIn, colIn, side, seed }: SideInput): Int32Array {
  const all = rowIn.length;
  const rowSeen = new Uint8Array(all);
  const colSeen = new Uint8Array(colIn.length);
  const order = new Int32Array(all);
  const offset = all === 0 ? 0 : (Math.imul(seed, 0x9e3779b1) >>> 0) % all;
  let tail = 0;
  const reach = (row: number): void => {
    if (rowIn[row] !== side || rowSeen[row]) return;
    rowSeen[row] = 1;
    order[tail++] = row;
  };
  for (let head = 0, k = 0; k < all; k++) {
    reach((k + offset) % all);
    for (; head < tail; head++) {
      const row = order[head]!;
      for (let e = from.rowStart[row]!; e < from.rowStart[row + 1]!; e++) {
        const j = from.col[e]!;
        if (colIn[j] !== side || colSeen[j]) continue;
        colSeen[j] = 1;
        for (let b = back.rowStart[j]!; b < back.rowStart[j + 1]!; b++) reach(back.col[b]!);
      }
    }
  }
  return order.slice(0, tail);
}
