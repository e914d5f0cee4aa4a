import { eatAndGo, latestBeforeLunch } from "../lunch.ts";
import type { RoundsProblem } from "../problem.ts";

/**
 * Tours being worked on. For each visit in a tour stand the earliest moment it can be left and the latest it can begin, so that
 * whether one more visit fits between two others is known at once. Twofold for visitors with lunch: `0` before it, `1` after it;
 * visitors without lunch are always after it.
 */
export interface Tours {
  readonly problem: RoundsProblem;
  /** One row of `visits` numbers per visitor. */
  readonly stops: Int32Array;
  readonly lengths: Int32Array;
  /** Visitor of each visit, -1 where nobody comes; and its place in the row. */
  readonly tourOf: Int32Array;
  readonly rankOf: Int32Array;
  readonly loads: Float64Array;
  readonly costs: Float64Array;
  readonly leave0: Float64Array;
  readonly leave1: Float64Array;
  readonly latest0: Float64Array;
  readonly latest1: Float64Array;
  /** 1 for visitors who may go out. */
  readonly open: Uint8Array;
  /** What each visitor who goes out costs besides the ways; 0 unless the fewest are wanted first. */
  readonly fixed: number;
}

export function emptyTours(problem: RoundsProblem, fixed: number): Tours {
  const { visits } = problem;
  const visitors = problem.visitors.length;
  const perVisit = () => new Float64Array(visits);
  return {
    problem, stops: new Int32Array(visitors * visits), lengths: new Int32Array(visitors),
    tourOf: new Int32Array(visits).fill(-1), rankOf: new Int32Array(visits),
    loads: new Float64Array(visitors), costs: new Float64Array(visitors),
    leave0: perVisit(), leave1: perVisit(), latest0: perVisit(), latest1: perVisit(), open: new Uint8Array(visitors).fill(1), fixed,
  };
}

/** The moments a visitor can set out: before lunch, and after it. */
export function settingOut(problem: RoundsProblem, visitor: number): [number, number] {
  const { from, lunch } = problem.visitors[visitor]!;
  if (!lunch) return [Infinity, from];
  const eaten = Math.max(from, lunch.from) + lunch.minutes;
  return [from, eaten <= lunch.until ? eaten : Infinity];
}

/** The latest moments a visitor can be back: with lunch still to come, and after it. */
export function beingBack(problem: RoundsProblem, visitor: number): [number, number] {
  const { until, lunch } = problem.visitors[visitor]!;
  return lunch ? [Math.min(until, lunch.until - lunch.minutes), until] : [-Infinity, until];
}

/** Works out one tour's moments, cost and load again from its row of stops. Says whether everything is in time. */
export function refresh(tours: Tours, visitor: number): boolean {
  const { problem, stops, lengths, tourOf, rankOf, loads, costs } = tours;
  const { start, end, by } = problem.visitors[visitor]!;
  const { cost } = problem.travel[by]!;
  const base = visitor * problem.visits;
  let load = 0;
  let sum = 0;
  let before = start;
  for (let rank = 0; rank < lengths[visitor]!; rank++) {
    const visit = stops[base + rank]!;
    tourOf[visit] = visitor;
    rankOf[visit] = rank;
    load += problem.demand[visit]!;
    sum += cost[before * problem.places + visit]!;
    before = visit;
  }
  loads[visitor] = load;
  costs[visitor] = lengths[visitor] ? tours.fixed + sum + cost[before * problem.places + end]! : 0;
  if (problem.visitors[visitor]!.lunch) {
    backwardWithLunch(tours, visitor);
    return forwardWithLunch(tours, visitor);
  }
  backward(tours, visitor);
  return forward(tours, visitor);
}

function forward({ problem, stops, lengths, leave1 }: Tours, visitor: number): boolean {
  const { places, opens, closes, service } = problem;
  const { start, end, by, from, until } = problem.visitors[visitor]!;
  const { time } = problem.travel[by]!;
  const base = visitor * problem.visits;
  const length = lengths[visitor]!;
  let left = from;
  let before = start;
  let inTime = true;
  for (let rank = 0; rank < length; rank++) {
    const visit = stops[base + rank]!;
    const there = left + time[before * places + visit]!;
    if (there > closes[visit]!) inTime = false;
    left = (there > opens[visit]! ? there : opens[visit]!) + service[visit]!;
    leave1[visit] = left;
    before = visit;
  }
  return inTime && (length === 0 || left + time[before * places + end]! <= until);
}

function backward({ problem, stops, lengths, latest1 }: Tours, visitor: number): void {
  const { places, closes, service } = problem;
  const { end, by, until } = problem.visitors[visitor]!;
  const { time } = problem.travel[by]!;
  const base = visitor * problem.visits;
  let limit = until;
  let after = end;
  for (let rank = lengths[visitor]! - 1; rank >= 0; rank--) {
    const visit = stops[base + rank]!;
    const start = limit - time[visit * places + after]! - service[visit]!;
    limit = start < closes[visit]! ? start : closes[visit]!;
    latest1[visit] = limit;
    after = visit;
  }
}

function forwardWithLunch(tours: Tours, visitor: number): boolean {
  const { problem, stops, lengths, leave0, leave1 } = tours;
  const { places, opens, closes, service } = problem;
  const { start, end, by, lunch } = problem.visitors[visitor]!;
  const { time } = problem.travel[by]!;
  const base = visitor * problem.visits;
  let [left0, left1] = settingOut(problem, visitor);
  let before = start;
  for (let rank = 0; rank < lengths[visitor]!; rank++) {
    const visit = stops[base + rank]!;
    const way = time[before * places + visit]!;
    const there1 = Math.min(left1 + way, eatAndGo(left0, way, lunch!));
    const there0 = left0 + way;
    left0 = there0 > closes[visit]! ? Infinity : Math.max(there0, opens[visit]!) + service[visit]!;
    left1 = there1 > closes[visit]! ? Infinity : Math.max(there1, opens[visit]!) + service[visit]!;
    leave0[visit] = left0;
    leave1[visit] = left1;
    before = visit;
  }
  if (lengths[visitor] === 0) return true;
  const home = time[before * places + end]!;
  const [back0, back1] = beingBack(problem, visitor);
  return left0 + home <= back0 || Math.min(left1 + home, eatAndGo(left0, home, lunch!)) <= back1;
}

function backwardWithLunch({ problem, stops, lengths, latest0, latest1 }: Tours, visitor: number): void {
  const { places, opens, closes, service } = problem;
  const { end, by, lunch } = problem.visitors[visitor]!;
  const { time } = problem.travel[by]!;
  const base = visitor * problem.visits;
  let [limit0, limit1] = beingBack(problem, visitor);
  let after = end;
  for (let rank = lengths[visitor]! - 1; rank >= 0; rank--) {
    const visit = stops[base + rank]!;
    const way = time[visit * places + after]!;
    const leave0 = Math.max(limit0 - way, latestBeforeLunch(limit1, way, lunch!));
    limit0 = beginBy(opens[visit]!, Math.min(closes[visit]!, leave0 - service[visit]!));
    limit1 = beginBy(opens[visit]!, Math.min(closes[visit]!, limit1 - way - service[visit]!));
    latest0[visit] = limit0;
    latest1[visit] = limit1;
    after = visit;
  }
}

/** A visit that would have to begin before it may, cannot begin at all. */
const beginBy = (open: number, limit: number): number => (limit < open ? -Infinity : limit);
