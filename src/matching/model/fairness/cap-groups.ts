import { OPEN } from "../solver/problem.ts";
import type { MatchAnswer, MatchOptions, MatchProblem } from "../solver/problem.ts";
import { reduce } from "../solver/reduce.ts";
import { solve, solvePerfect } from "../solver/solve.ts";
import type { Groups } from "./choice.ts";
import { faceOf, heldOn, leftOver } from "./face.ts";
import { countHeads, pointsBeyond, roomsAt, roomsBelow, shareAllowed, sharesAbove } from "./group-rooms.ts";
import type { Headcount, Share } from "./group-rooms.ts";
import { settleCost } from "./settle-cost.ts";
import type { PersonPrices } from "./settle-cost.ts";

export interface CapProof {
  /** The share of a group that may stay without a friend: as asked for, or the smallest that can be kept. */
  readonly allowed: Share;
  /** Percentage points by which it exceeds the share of all. */
  readonly points: Share;
  readonly kept: boolean;
  /** Groups beyond the cap that was asked for; empty when it was kept. */
  readonly over: readonly number[];
  /** What one more place for a group would save, by group. */
  readonly groupPrice: Float64Array;
  readonly last: PersonPrices;
  /** When the cap could not be kept: residents who are too many for the helpers they know, were the share any smaller. */
  readonly crowd: readonly number[];
}

/** Residents of whom some must stay without a friend whatever is done, and the helpers who are all theirs. */
interface Contest {
  readonly residents: Int32Array;
  readonly helpers: Int32Array;
  readonly capacity: Int32Array;
  readonly rowStart: Int32Array;
  readonly col: Int32Array;
  readonly cost: Int32Array;
  readonly candidate: Int32Array;
  readonly group: Int32Array;
  readonly beyondCost: number;
}

/**
 * The least cost among the largest answers that serve the most residents and keep every group's share in bounds. Whoever can be served
 * together is part of a largest answer (the sets that can be served form a matroid), so bounds never cost a pair; each resident counts
 * in one group, which is what keeps this a flow: to stay without a friend is a place too, of which each group has so many.
 */
export function capGroups(problem: MatchProblem, options: MatchOptions, first: MatchAnswer, groups: Groups, capPoints: number): { chosen: Int32Array; prices: PersonPrices; proof: CapProof } {
  const heads = countHeads(problem.wants, first.served, groups);
  const contest = contestOf(problem, options, first, groups);
  const asked = shareAllowed(heads, capPoints);
  const kept = crowdAt(contest, roomsAt(heads, asked)).length === 0;
  const allowed = kept ? asked : smallestShare(contest, heads, asked);
  const face = faceOf(problem, options, first);
  const last = { residentPrice: new Float64Array(problem.wants.length), helperPrice: new Float64Array(problem.capacity.length) };
  for (const side of [face.outside, face.inside]) settleCost(side, last);
  const won = settleContest(contest, roomsAt(heads, allowed), last);
  const inContest = new Set(contest.residents);
  const residentOf = (e: number): number => upperBound(problem.rowStart, e) - 1;
  const others = [...face.settled, ...heldOn(face.outside), ...heldOn(face.inside)].filter((e) => !inContest.has(residentOf(e)));
  const chosen = Int32Array.from([...others, ...won.chosen]).sort();
  const over = kept ? [] : beyond(problem, heads, groups, roomsAt(heads, asked), new Set([...chosen].map(residentOf)));
  const crowd = kept ? [] : crowdAt(contest, roomsBelow(heads, allowed));
  return { chosen, prices: last, proof: { allowed, points: kept ? { numerator: capPoints, denominator: 1 } : pointsBeyond(heads, allowed), kept, over, groupPrice: won.groupPrice, last, crowd } };
}

function contestOf(problem: MatchProblem, options: MatchOptions, { certificate: { residentRegion, helperRegion } }: MatchAnswer, groups: Groups): Contest {
  const network = reduce(problem, options);
  const candidate = leftOver(problem, options);
  const across = (r: number, e: number): boolean => residentRegion[r]! < helperRegion[network.helper[e]!]!;
  const capacity = network.cap.slice();
  const residents: number[] = [];
  for (let r = 0; r < network.want.length; r++) {
    let places = residentRegion[r] === 0 && network.want[r]! > 0 ? 1 : 0;
    for (let e = network.rowStart[r]!; residentRegion[r] !== OPEN && e < network.rowStart[r + 1]!; e++) {
      if (!across(r, e)) continue;
      capacity[network.helper[e]!]!--;
      places = 0;
    }
    if (places > 0) residents.push(r);
  }
  const helpers = [...capacity.keys()].filter((h) => helperRegion[h] === 0 && capacity[h]! > 0);
  const place = new Map(helpers.map((h, at) => [h, at]));
  const rowStart = [0];
  const edges: number[] = [];
  for (const r of residents) {
    for (let e = network.rowStart[r]!; e < network.rowStart[r + 1]!; e++) if (place.has(network.helper[e]!)) edges.push(e);
    rowStart.push(edges.length);
  }
  return {
    residents: Int32Array.from(residents), helpers: Int32Array.from(helpers), capacity: Int32Array.from(helpers, (h) => capacity[h]!), rowStart: Int32Array.from(rowStart), beyondCost: network.beyondCost,
    col: Int32Array.from(edges, (e) => place.get(network.helper[e]!)!), cost: Int32Array.from(edges, (e) => network.cost[e]!), candidate: Int32Array.from(edges, (e) => candidate[e]!),
    group: Int32Array.from(residents, (r) => groups.of[r]!),
  };
}

/** Helpers and, behind them, the ways to stay without a friend: one column a group with room, and one for those without a label. */
function withRooms(contest: Contest, rooms: Int32Array): MatchProblem & { readonly candidate: Int32Array } {
  const { residents, capacity, group } = contest;
  const start = new Int32Array(residents.length + 1);
  const [helper, cost, candidate]: [number[], number[], number[]] = [[], [], []];
  const add = (to: number, at: number, by: number): void => { helper.push(to); cost.push(at); candidate.push(by); };
  for (let i = 0; i < residents.length; i++) {
    for (let e = contest.rowStart[i]!; e < contest.rowStart[i + 1]!; e++) add(contest.col[e]!, contest.cost[e]!, contest.candidate[e]!);
    const without = group[i]! < 0 ? rooms.length : group[i]!;
    if (without === rooms.length || rooms[without]! > 0) add(capacity.length + without, 0, -1);
    start[i + 1] = helper.length;
  }
  return {
    wants: new Int32Array(residents.length).fill(1), capacity: Int32Array.from([...capacity, ...rooms, residents.length]), rowStart: start,
    helper: Int32Array.from(helper), cost: Int32Array.from(cost), candidate: Int32Array.from(candidate),
  };
}

/** Residents who, with so many ways to stay without a friend, are too many for all they could be given; none when everyone can be placed. */
function crowdAt(contest: Contest, rooms: Int32Array): number[] {
  const problem = withRooms(contest, rooms);
  const { residentRegion } = solve({ ...problem, cost: new Int32Array(problem.cost.length) }).certificate;
  return [...contest.residents].filter((_, i) => residentRegion[i] !== OPEN);
}

/** By halves among the shares at which anything changes: at the largest of them everybody may stay without. */
function smallestShare(contest: Contest, heads: Headcount, asked: Share): Share {
  const shares = sharesAbove(heads, asked);
  let [low, high] = [0, shares.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (crowdAt(contest, roomsAt(heads, shares[middle]!)).length === 0) high = middle; else low = middle + 1;
  }
  return shares[low]!;
}

function settleContest(contest: Contest, rooms: Int32Array, prices: PersonPrices): { chosen: number[]; groupPrice: Float64Array } {
  const { capacity, wants, rowStart, helper, cost, candidate } = withRooms(contest, rooms);
  // Helpers' places all count as due, so that staying without, at the surcharge, is the last resort.
  const firm = capacity.map((places, j) => (j < contest.helpers.length ? places : 0));
  const surcharge = contest.beyondCost;
  const state = solvePerfect({ need: wants, room: capacity, rowStart, col: helper, cost, firm, opensAt: new Float64Array(capacity.length).fill(surcharge) });
  const chosen = [...candidate].filter((e, at) => e >= 0 && state.taken[at] === 1);
  const groupPrice = Float64Array.from(rooms, (room, g) => (room > 0 ? state.colPrice[contest.helpers.length + g]! - surcharge : 0));
  contest.residents.forEach((r, i) => {
    const [price, group] = [state.rowPrice[i]! - surcharge, contest.group[i]!];
    prices.residentPrice[r] = price;
    // Nobody of a group without room was given the choice: its price is what keeps them all from it.
    if (group >= 0 && rooms[group] === 0) groupPrice[group] = Math.max(groupPrice[group]!, price);
  });
  contest.helpers.forEach((h, j) => { prices.helperPrice[h] = surcharge - state.colPrice[j]!; });
  return { chosen, groupPrice };
}

function beyond({ wants }: MatchProblem, { of }: Headcount, groups: Groups, rooms: Int32Array, served: ReadonlySet<number>): number[] {
  const without = new Int32Array(groups.count);
  wants.forEach((n, r) => { if (n > 0 && !served.has(r) && groups.of[r]! >= 0) without[groups.of[r]!]!++; });
  return [...of.keys()].filter((g) => without[g]! > rooms[g]!);
}

/** First index whose value is greater. */
function upperBound(values: Int32Array, value: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! <= value) low = middle + 1; else high = middle;
  }
  return low;
}
