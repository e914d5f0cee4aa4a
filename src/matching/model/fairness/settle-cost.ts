import { solvePerfect } from "../solver/solve.ts";
import type { FaceSide } from "./face.ts";

/** A price for every resident and helper, by index. */
export interface PersonPrices {
  readonly residentPrice: Float64Array;
  readonly helperPrice: Float64Array;
}

/** The least cost among all answers that the open edges of a side still allow; notes the prices that prove it. */
export function settleCost(side: FaceSide, prices: PersonPrices): void {
  const { rowPrice, colPrice } = cheapest(side, side.cost, side.beyondCost);
  const [rowPrices, colPrices] = side.residentsAreRows ? [prices.residentPrice, prices.helperPrice] : [prices.helperPrice, prices.residentPrice];
  side.rows.forEach((person, i) => { rowPrices[person] = rowPrice[i]!; });
  side.cols.forEach((person, j) => { colPrices[person] = colPrice[j]!; });
}

/** Prices of rows and columns: an edge's reduced cost is its cost less the two. */
export interface SidePrices {
  readonly rowPrice: Float64Array;
  readonly colPrice: Float64Array;
}

/** Rearranges the open edges of a side to the least total of `cost`; `beyond` is more than any two arrangements can differ. */
export function cheapest(side: FaceSide, cost: Int32Array, beyond: number): SidePrices {
  const { held, load, col } = side;
  const { need, firm, room, start, edges } = openPart(side);
  const surcharge = firm.some((places) => places > 0) ? beyond : 0;
  const state = solvePerfect({ need, room, firm, opensAt: new Float64Array(room.length).fill(surcharge), rowStart: start, col: Int32Array.from(edges, (e) => col[e]!), cost: Int32Array.from(edges, (e) => cost[e]!) });
  edges.forEach((e, at) => {
    load[col[e]!]! += state.taken[at]! - held[e]!;
    held[e] = state.taken[at]!;
  });
  const rowPrice = state.rowPrice.map((price) => price - surcharge);
  const colPrice = state.colPrice.map((price, j) => (room[j] === 0 ? 0 : surcharge - price));
  raiseFull(side, cost, room, { rowPrice, colPrice });
  return { rowPrice, colPrice };
}

/** What is still to be placed, by the open edges whose columns have any room for it. */
function openPart({ rows, rowStart, col, held, open, low, high }: FaceSide) {
  const [need, firm, room, start] = [new Int32Array(rows.length), low.slice(), high.slice(), new Int32Array(rows.length + 1)];
  held.forEach((one, e) => {
    if (one === 0 || open[e] === 1) return;
    room[col[e]!]!--;
    firm[col[e]!] = Math.max(0, firm[col[e]!]! - 1);
  });
  const edges: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      if (open[e] === 0 || room[col[e]!] === 0) continue;
      edges.push(e);
      need[i]! += held[e]!;
    }
    start[i + 1] = edges.length;
  }
  return { need, firm, room, start, edges };
}

/** A column that has no room left was not asked; its price is set so that nobody would rather have it. */
function raiseFull({ rows, rowStart, col, open }: FaceSide, cost: Int32Array, room: Int32Array, { rowPrice, colPrice }: SidePrices): void {
  for (let i = 0; i < rows.length; i++) {
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      const j = col[e]!;
      if (open[e] === 1 && room[j] === 0) colPrice[j] = Math.min(colPrice[j]!, cost[e]! - rowPrice[i]!);
    }
  }
}
