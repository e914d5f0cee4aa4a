import { counted, type Regions, type Transposed } from "./flow.ts";
import type { PerfectProblem } from "./least-cost/perfect.ts";
import { OPEN } from "./problem.ts";
import type { Network } from "./reduce.ts";

/** One side of the cut as a problem of its own, with the way back to the network. */
export interface Side {
  readonly problem: PerfectProblem;
  /** Network index of each row and column. */
  readonly rows: Int32Array;
  readonly cols: Int32Array;
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
  /** Pairs that stand in every such answer, by their network indices. */
  readonly forced: readonly { readonly resident: number; readonly helper: number }[];
  readonly outside: Side;
  readonly inside: Side;
  /** The price at which places open inside that need not be taken; it outweighs any cost. */
  readonly surcharge: number;
}

export function splitAtCuts(network: Network, back: Transposed | null, regions: Regions): Split {
  const { rowRegion: residentRegion, colRegion: helperRegion } = regions;
  const cap = network.cap.slice();
  const [places, firm] = [network.want.slice(), new Int32Array(network.want.length)];
  residentRegion.forEach((region, r) => { if (region !== OPEN) [places[r], firm[r]] = placesUpTo(network, r, region); });
  const forced: { resident: number; helper: number }[] = [];
  for (let r = 0; r < places.length; r++) {
    for (let e = network.rowStart[r]!; residentRegion[r] !== OPEN && e < network.rowStart[r + 1]!; e++) {
      const h = network.helper[e]!;
      if (residentRegion[r]! >= helperRegion[h]!) continue;
      forced.push({ resident: r, helper: h });
      places[r]!--;
      firm[r] = Math.max(0, firm[r]! - 1);
      cap[h]!--;
    }
  }
  const rest = { ...network, want: places, cap };
  const surcharge = network.tiers > 1 ? network.beyondCost : 0;
  return { residentRegion, helperRegion, forced, outside: outsideOf(rest, regions), inside: insideOf(rest, back, regions, { firm, surcharge }), surcharge };
}

/** Residents whom no region holds as rows, with the helpers there. */
function outsideOf({ want, cap, rowStart, helper, cost }: Network, { rowRegion, colRegion }: Regions): Side {
  const firm = new Int32Array(cap.length);
  if (rowRegion.every(isOpen) && colRegion.every(isOpen) && cap.every((n) => n > 0)) {
    return { problem: { need: want, room: cap, rowStart, col: helper, cost, firm, opensAt: new Float64Array(cap.length) }, rows: counted(want.length), cols: counted(cap.length) };
  }
  return copyOut({ rowStart, col: helper, edge: null, cost, need: want, room: cap, firm, surcharge: 0, rowRegion, colRegion, inside: false });
}

/** Helpers of all regions as rows, with the residents there. Without the transposed network there are no regions. */
function insideOf({ want, cap, cost }: Network, back: Transposed | null, { rowRegion, colRegion }: Regions, { firm, surcharge }: Pick<SideInput, "firm" | "surcharge">): Side {
  const { colStart, row, edge } = back ?? { colStart: new Int32Array(cap.length + 1), row: new Int32Array(0), edge: new Int32Array(0) };
  return copyOut({ rowStart: colStart, col: row, edge, cost, need: cap, room: want, firm, surcharge, rowRegion: colRegion, colRegion: rowRegion, inside: true });
}

const isOpen = (region: number): boolean => region === OPEN;

/** How many places a resident of a region may be given, and how many of them must be: all of earlier tiers than the one that closed it. */
function placesUpTo({ want, tierOf }: Network, resident: number, region: number): [number, number] {
  let [may, must] = [0, 0];
  for (let k = 0; k < want[resident]!; k++) {
    if (tierOf(resident, k) <= region) may++;
    if (tierOf(resident, k) < region) must++;
  }
  return [may, must];
}

interface SideInput {
  readonly rowStart: Int32Array;
  readonly col: Int32Array;
  /** Where the cost of each pair stands; null when in its own place. */
  readonly edge: Int32Array | null;
  readonly cost: Int32Array;
  readonly need: Int32Array;
  readonly room: Int32Array;
  readonly firm: Int32Array;
  readonly surcharge: number;
  readonly rowRegion: Int32Array;
  readonly colRegion: Int32Array;
  readonly inside: boolean;
}

/** Copies one side out, without pairs that nobody has room for. */
function copyOut(from: SideInput): Side {
  const { need, room, rowRegion, colRegion, edge } = from;
  const rows = rowsOf(from);
  const colOf = new Int32Array(room.length).fill(-1);
  const cols = new Int32Array(room.length);
  const rowStart = new Int32Array(rows.length + 1);
  let most = 0;
  for (const row of rows) most += from.rowStart[row + 1]! - from.rowStart[row]!;
  const [col, cost] = [new Int32Array(most), new Int32Array(most)];
  let [at, count] = [0, 0];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const region = rowRegion[row]!;
    const end = need[row]! > 0 ? from.rowStart[row + 1]! : 0;
    for (let e = from.rowStart[row]!; e < end; e++) {
      const j = from.col[e]!;
      if (colRegion[j] !== region || room[j]! <= 0) continue;
      if (colOf[j]! < 0) { cols[count] = j; colOf[j] = count++; }
      col[at] = colOf[j]!;
      cost[at++] = from.cost[edge === null ? e : edge[e]!]!;
    }
    rowStart[i + 1] = at;
  }
  const used = cols.slice(0, count);
  const problem = { need: pick(need, rows), room: pick(room, used), rowStart, col: col.subarray(0, at), cost: cost.subarray(0, at), firm: pick(from.firm, used), opensAt: new Float64Array(count).fill(from.surcharge) };
  return { problem, rows, cols: used };
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
