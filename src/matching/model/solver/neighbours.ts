import { counted } from "./flow.ts";
import type { Network } from "./reduce.ts";

/** The same network with people who compete near each other in memory, and the way back. */
export interface Neighbourhood {
  readonly network: Network;
  /** Index in the network as it was of each resident and helper. */
  readonly residents: Int32Array;
  readonly helpers: Int32Array;
}

/** From this share of all helpers on in a resident's row, everybody is near everybody and an order helps nobody. */
const DENSE = 1 / 8;

export function isDense({ want, cap, helper }: Network): boolean {
  return helper.length > want.length * cap.length * DENSE;
}

/** Renumbers everybody breadth-first, because what follows waits for memory more than it reckons; the seed chooses where to begin. */
export function gatherNeighbours(network: Network, seed: number): Neighbourhood {
  const [rows, cols] = [network.want.length, network.cap.length];
  if (isDense(network)) return { network, residents: counted(rows), helpers: counted(cols) };
  const { residents, place } = breadthFirst(network, seed);
  const helpers = new Int32Array(cols);
  place.forEach((at, helper) => { helpers[at] = helper; });
  const size = network.helper.length;
  const [rowStart, helper, cost] = [new Int32Array(rows + 1), new Int32Array(size), new Int32Array(size)];
  let at = 0;
  for (let i = 0; i < rows; i++) {
    for (let e = network.rowStart[residents[i]!]!, end = network.rowStart[residents[i]! + 1]!; e < end; e++) {
      helper[at] = place[network.helper[e]!]!;
      cost[at++] = network.cost[e]!;
    }
    rowStart[i + 1] = at;
  }
  const [want, cap] = [residents.map((r) => network.want[r]!), helpers.map((h) => network.cap[h]!)];
  return { network: { ...network, want, cap, rowStart, helper, cost, tierOf: (i, k) => network.tierOf(residents[i]!, k) }, residents, helpers };
}

/** So many pairs of each resident are enough to find the neighbours. */
const ENOUGH = 4;

/** Residents in the order they are met, and the place of each helper in that order. */
function breadthFirst({ want, cap, rowStart, helper }: Network, seed: number): { residents: Int32Array; place: Int32Array } {
  const rows = want.length;
  const { start, by } = firstTakers(rowStart, helper, cap.length);
  const residents = new Int32Array(rows);
  const seen = new Uint8Array(rows);
  const place = new Int32Array(cap.length).fill(-1);
  const offset = rows === 0 ? 0 : (Math.imul(seed, 0x9e3779b1) >>> 0) % rows;
  let [met, tail, helpersMet] = [0, 0, 0];
  const meet = (resident: number): void => {
    if (seen[resident]) return;
    seen[resident] = 1;
    residents[tail++] = resident;
  };
  for (let k = 0; k < rows; k++) {
    meet((k + offset) % rows);
    for (; met < tail; met++) {
      for (let e = rowStart[residents[met]!]!, end = rowStart[residents[met]! + 1]!; e < end; e++) {
        const j = helper[e]!;
        if (place[j]! >= 0) continue;
        place[j] = helpersMet++;
        for (let b = start[j]!, stop = start[j + 1]!; b < stop; b++) meet(by[b]!);
      }
    }
  }
  for (let j = 0; j < cap.length; j++) if (place[j]! < 0) place[j] = helpersMet++;
  return { residents, place };
}

/** Residents who have a helper among their first few pairs, by helper. */
function firstTakers(rowStart: Int32Array, helper: Int32Array, helpers: number): { start: Int32Array; by: Int32Array } {
  const rows = rowStart.length - 1;
  const start = new Int32Array(helpers + 1);
  const last = (r: number): number => Math.min(rowStart[r + 1]!, rowStart[r]! + ENOUGH);
  for (let r = 0; r < rows; r++) for (let e = rowStart[r]!, end = last(r); e < end; e++) start[helper[e]! + 1]!++;
  for (let j = 0; j < helpers; j++) start[j + 1]! += start[j]!;
  const next = start.slice(0, helpers);
  const by = new Int32Array(start[helpers]!);
  for (let r = 0; r < rows; r++) for (let e = rowStart[r]!, end = last(r); e < end; e++) by[next[helper[e]!]!++] = r;
  return { start, by };
}
