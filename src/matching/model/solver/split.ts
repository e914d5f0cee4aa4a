import type { LargestPlacement, Transposed } from "./flow.ts";
import type { PerfectProblem } from "./perfect.ts";
import { OPEN } from "./problem.ts";
import type { Network } from "./reduce.ts";

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
 * The Dulmage–Mendelsohn split, region by region. In every largest answer that keeps the serving order, residents outside all
 * regions are served in full; a region's helpers are used in full, by its residents, of whom those of earlier tiers are all served; pairs
 * from a region to a later one all stand and the reverse never do. So cost can be settled in each apart: outside with residents as
 * rows, inside with helpers as rows, all regions side by side.
 */
export interface Split {
  readonly residentRegion: Int32Array;
  readonly helperRegion: Int32Array;
  /** Network edges that stand in every such answer. */
  readonly forced: Int32Array;
  readonly outside: Side;
  readonly inside: Side;
}

export function splitAtCuts(network: Network, back: Transposed, most: LargestPlacement): Split {
  const { rowRegion: residentRegion, colRegion: helperRegion } = most;
  const cap = network.cap.slice();
  const [places, firm] = [network.want.slice(), new Int32Array(network.want.length)];
  residentRegion.forEach((region, r) => { if (region !== OPEN) [places[r], firm[r]] = placesUpTo(network, r, region); });
  const forced: number[] = [];
  for (let r = 0; r < places.length; r++) {
    for (let e = network.rowStart[r]!; residentRegion[r] !== OPEN && e < network.rowStart[r + 1]!; e++) {
      if (residentRegion[r]! >= helperRegion[network.helper[e]!]!) continue;
      forced.push(e);
      places[r]!--;
      firm[r] = Math.max(0, firm[r]! - 1);
      cap[network.helper[e]!]!--;
    }
  }
  const forward = { rowStart: network.rowStart, col: network.helper, cost: network.cost, edge: null };
  const backward = { rowStart: back.colStart, col: back.row, cost: back.edge.map((e) => network.cost[e]!), edge: back.edge };
  const outside = copyOut({ from: forward, need: places, room: cap, firm: new Int32Array(cap.length), surcharge: 0, rowRegion: residentRegion, colRegion: helperRegion, inside: false });
  const inside = copyOut({ from: backward, need: cap, room: places, firm, surcharge: network.tiers > 1 ? network.beyondCost : 0, rowRegion: helperRegion, colRegion: residentRegion, inside: true });
  return { residentRegion, helperRegion, forced: Int32Array.from(forced), outside, inside };
}

/** How many places a resident of a region may be given, and how many of them must be: all of earlier tiers than the one that closed it. */
function placesUpTo({ want, tierOf }: Network, resident: number, region: number): [number, number] {
  let [may, must] = [0, 0];
  for (let k = 0; k < want[resident]!; k++) {
    if (tierOf(resident, k) <= region) may++;
    if (tierOf(resident, k) < region) must++;
  }
  return [may, must];
}

interface Adjacency {
  readonly rowStart: Int32Array;
  readonly col: Int32Array;
  readonly cost: Int32Array;
  /** Network edge of each entry; null when they are the same. */
  readonly edge: Int32Array | null;
}

interface SideInput {
  readonly from: Adjacency;
  readonly need: Int32Array;
  readonly room: Int32Array;
  readonly firm: Int32Array;
  readonly surcharge: number;
  readonly rowRegion: Int32Array;
  readonly colRegion: Int32Array;
  readonly inside: boolean;
}

/** Copies one side out, without pairs that nobody has room for. */
function copyOut(input: SideInput): Side {
  const { from, need, room, rowRegion, colRegion } = input;
  const usable = (row: number, col: number): boolean => colRegion[col] === rowRegion[row] && need[row]! > 0 && room[col]! > 0;
  const rows = rowsOf(input);
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
  const problem = { need: pick(need, rows), room: pick(room, used), rowStart, col, cost, firm: pick(input.firm, used), surcharge: input.surcharge };
  return { problem, rows, cols: used, edges };
}

function pick(values: Int32Array, at: Int32Array): Int32Array {
  return at.map((i) => values[i]!);
}

function rowsOf({ rowRegion, inside }: SideInput): Int32Array {
  const rows = new Int32Array(rowRegion.length);
  let count = 0;
  for (let row = 0; row < rowRegion.length; row++) if ((rowRegion[row] !== OPEN) === inside) rows[count++] = row;
  return rows.slice(0, count);
}
