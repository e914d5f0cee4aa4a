import { Refusal } from "#kernel/refusal.ts";
import type { Transposed } from "../solver/flow.ts";
import type { PerfectProblem, PerfectState } from "../solver/least-cost/perfect.ts";
import { OPEN, type MatchAnswer, type MatchOptions, type MatchProblem } from "../solver/problem.ts";
import { reduce, type Network } from "../solver/reduce.ts";
import { emptyStateWithRoom, firstWithoutColumn, SPARE_PAIRS, transposedWithRoom } from "./spare-room.ts";

/**
 * A round as one problem in which everybody is placed: those for whom there is no helper go without, at a price that outweighs any
 * cost and is the higher the earlier their place in the serving order. What was two sides of a cut is one here, so a change of one place is
 * settled by a few shortest paths, wherever it is.
 */
export interface WholeNetwork {
  /** Residents as rows; helpers as columns, then columns for those who may come in, and after them a column for everyone of one tier who goes without. */
  readonly problem: PerfectProblem;
  readonly back: Transposed;
  /** `taken` is 1 for a pair that stands and `CLOSED` for one that may not be used. */
  readonly state: PerfectState;
  /** Columns before those for who goes without. */
  readonly helpers: number;
  /** Price of going without for a place of a tier, and what it falls by from one tier to the next. */
  readonly step: number;
  /** Least and greatest cost the step was reckoned with; 0 lies between. */
  readonly costs: readonly [number, number];
  readonly priceOf: (tier: number) => number;
  readonly tierOf: (resident: number, k: number) => number;
}

/** The whole network with an answer and its prices in it; the answer must be one of this problem, proven, its prices reckoned with no larger a step. */
export function wholeNetwork(given: MatchProblem, options: MatchOptions, answer: MatchAnswer, leastStep = 0): WholeNetwork {
  const network = reduce(given, options);
  const step = Math.max(leastStep, 4 * network.beyondCost);
  if (network.tiers * step > Number.MAX_SAFE_INTEGER / 8) throw new Refusal("invalid_input", "matching.costs_too_large");
  const priceOf = (tier: number): number => (network.tiers - tier) * step;
  const problem = withoutColumns(network, priceOf);
  const helpers = firstWithoutColumn(network.cap.length);
  const whole = { problem, back: transposedWithRoom(problem, helpers), state: emptyStateWithRoom(problem, helpers), helpers, step, costs: network.costs, priceOf, tierOf: network.tierOf };
  const locked = new Set(network.locked);
  placeAnswer(whole, given, answer.chosen.filter((e) => !locked.has(e)));
  const { residentPrice, helperPrice, residentRegion, helperRegion } = answer.certificate;
  const raised = (price: number, region: number): number => (region === OPEN || region >= network.tiers ? price : price + priceOf(region));
  residentPrice.forEach((price, r) => { whole.state.rowPrice[r] = raised(price, residentRegion[r]!); });
  helperPrice.forEach((price, h) => { whole.state.colPrice[h] = raised(price, helperRegion[h]!); });
  settlePrices(whole, network.cap.length);
  return whole;
}

/** The network with spare pairs, and with a column for each tier, and within one for each number of a resident's place, so that nobody needs one twice. */
function withoutColumns({ want, cap, rowStart, helper, cost, tierOf }: Network, priceOf: (tier: number) => number): PerfectProblem {
  const columnOf = new Map<string, number>();
  const opens: number[] = [];
  const rooms: number[] = [];
  const helpers = firstWithoutColumn(cap.length);
  const start = new Int32Array(want.length + 1);
  const size = helper.length + want.length * SPARE_PAIRS + want.reduce((a, b) => a + b, 0);
  const [col, costs] = [new Int32Array(size), new Int32Array(size)];
  let at = 0;
  for (let r = 0; r < want.length; r++) {
    for (let e = rowStart[r]!; e < rowStart[r + 1]!; e++) {
      col[at] = helper[e]!;
      costs[at++] = cost[e]!;
    }
    for (let k = 0; k < SPARE_PAIRS; k++) col[at++] = helpers - 1;
    for (let k = 0; k < want[r]!; k++) {
      const tier = tierOf(r, k);
      const key = `${tier} ${k}`;
      const j = columnOf.get(key) ?? opens.push(priceOf(tier)) - 1;
      columnOf.set(key, j);
      rooms[j] = (rooms[j] ?? 0) + 1;
      col[at++] = helpers + j;
    }
    start[r + 1] = at;
  }
  const spare = Array<number>(helpers - cap.length).fill(0);
  const room = Int32Array.from([...cap, ...spare, ...rooms]);
  const firm = Int32Array.from([...cap, ...spare, ...rooms.map(() => 0)]);
  const opensAt = Float64Array.from([...cap.map(() => 0), ...spare.map(() => Infinity), ...opens]);
  return { need: want, room, rowStart: start, col, cost: costs, firm, opensAt };
}

/** Puts everybody where the answer has them; a resident's last places are the ones to go without. */
function placeAnswer({ problem, state, helpers }: WholeNetwork, given: MatchProblem, chosen: Int32Array): void {
  let resident = 0;
  for (const e of chosen) {
    while (given.rowStart[resident + 1]! <= e) resident++;
    place(problem, state, resident, edgeTo(problem, resident, given.helper[e]!));
  }
  for (let r = 0; r < problem.need.length; r++) {
    for (let e = problem.rowStart[r + 1]! - 1; state.missing[r]! > 0 && problem.col[e]! >= helpers; e--) place(problem, state, r, e);
  }
}

export function edgeTo({ rowStart, col }: PerfectProblem, row: number, column: number): number {
  for (let e = rowStart[row]!; e < rowStart[row + 1]!; e++) if (col[e] === column) return e;
  return -1;
}

function place({ col }: PerfectProblem, { taken, missing, load, slotStart, slotRow, slotEdge }: PerfectState, row: number, edge: number): void {
  const slot = slotStart[col[edge]!]! + load[col[edge]!]!++;
  slotRow[slot] = row;
  slotEdge[slot] = edge;
  taken[edge] = 1;
  missing[row]!--;
}

/** People whose places were settled between regions have prices that were never asked for: they are put between what they hold and what they do not. */
function settlePrices({ problem: { need, room, rowStart, col, cost }, back, state: { taken, rowPrice, colPrice, load }, helpers }: WholeNetwork, known: number): void {
  for (let r = 0; r < need.length; r++) {
    let [held, free] = [-Infinity, Infinity];
    for (let e = rowStart[r]!; e < rowStart[r + 1]!; e++) {
      const value = cost[e]! + colPrice[col[e]!]!;
      if (taken[e] === 1) held = Math.max(held, value);
      else if (col[e]! >= helpers || load[col[e]!]! > 0) free = Math.min(free, value);
    }
    rowPrice[r] = Math.max(held, Math.min(free, rowPrice[r]!));
  }
  for (let j = 0; j < known; j++) {
    if (load[j]! < room[j]!) continue;
    let [least, most] = [0, Infinity];
    for (let b = back.colStart[j]!; b < back.colStart[j + 1]!; b++) {
      const value = rowPrice[back.row[b]!]! - cost[back.edge[b]!]!;
      if (taken[back.edge[b]!] === 1) most = Math.min(most, value);
      else if (need[back.row[b]!]! > 0) least = Math.max(least, value);
    }
    colPrice[j] = Math.min(most, Math.max(least, colPrice[j]!));
  }
}
