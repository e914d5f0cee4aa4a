import { eatAndGo } from "../lunch.ts";
import { beingBack, refresh, settingOut, type Tours } from "./tours.ts";

/** Passes over some positions by chance, so that the same ruin is not always mended in the same way. */
export interface Blink {
  left: number;
  readonly again: () => number;
}

export const NEVER: Blink = { left: Infinity, again: () => Infinity };

/** The cheapest position for a visit in one tour: what it adds, Infinity where none fits; `at[0]` is the position. */
export function cheapestIn(tours: Tours, visitor: number, visit: number, limit: number, blink: Blink, at: Int32Array): number {
  const { problem, loads } = tours;
  const { may, visitors } = problem;
  if (tours.open[visitor] === 0 || (may && may[visitor * problem.visits + visit] === 0)) return Infinity;
  if (loads[visitor]! + problem.demand[visit]! > visitors[visitor]!.capacity) return Infinity;
  return visitors[visitor]!.lunch ? scanWithLunch(tours, visitor, visit, limit, blink, at) : scan(tours, visitor, visit, limit, blink, at);
}

function scan(tours: Tours, visitor: number, visit: number, limit: number, blink: Blink, at: Int32Array): number {
  const { problem, stops, leave1, latest1 } = tours;
  const { places } = problem;
  const { start, end, by, from, until } = problem.visitors[visitor]!;
  const { time, cost } = problem.travel[by]!;
  const opens = problem.opens[visit]!;
  const closes = problem.closes[visit]!;
  const service = problem.service[visit]!;
  const length = tours.lengths[visitor]!;
  const base = visitor * problem.visits;
  const row = visit * places;
  let best = limit;
  let found = false;
  let before = start;
  let left = from;
  for (let rank = 0; rank <= length; rank++) {
    if (left > closes) break;
    const after = rank < length ? stops[base + rank]! : end;
    const line = before * places;
    const more = cost[line + visit]! + cost[row + after]! + (length === 0 ? tours.fixed : -cost[line + after]!);
    if (more < best) {
      const there = left + time[line + visit]!;
      const done = (there > opens ? there : opens) + service;
      if (there <= closes && done + time[row + after]! <= (rank < length ? latest1[after]! : until)) {
        if (--blink.left < 0) blink.left = blink.again();
        else {
          best = more;
          found = true;
          at[0] = rank;
        }
      }
    }
    if (rank < length) left = leave1[after]!;
    before = after;
  }
  return found ? best : Infinity;
}

function scanWithLunch(tours: Tours, visitor: number, visit: number, limit: number, blink: Blink, at: Int32Array): number {
  const { problem, stops, leave0, leave1 } = tours;
  const { places } = problem;
  const { start, end, by } = problem.visitors[visitor]!;
  const { cost } = problem.travel[by]!;
  const length = tours.lengths[visitor]!;
  const base = visitor * problem.visits;
  const [out0, out1] = settingOut(problem, visitor);
  let best = limit;
  let found = false;
  let before = start;
  for (let rank = 0; rank <= length; rank++) {
    const after = rank < length ? stops[base + rank]! : end;
    const line = before * places;
    const more = cost[line + visit]! + cost[visit * places + after]! + (length === 0 ? tours.fixed : -cost[line + after]!);
    if (more < best && fitsWithLunch(tours, visitor, visit, before, rank === 0 ? out0 : leave0[before]!, rank === 0 ? out1 : leave1[before]!)) {
      if (--blink.left < 0) blink.left = blink.again();
      else {
        best = more;
        found = true;
        at[0] = rank;
      }
    }
    before = after;
  }
  return found ? best : Infinity;
}

function fitsWithLunch(tours: Tours, visitor: number, visit: number, before: number, left0: number, left1: number): boolean {
  const { problem, latest0, latest1 } = tours;
  const { places, opens, closes, service } = problem;
  const { start, end, by, lunch } = problem.visitors[visitor]!;
  const { time } = problem.travel[by]!;
  const rank = before === start ? 0 : tours.rankOf[before]! + 1;
  const last = rank === tours.lengths[visitor]!;
  const after = last ? end : tours.stops[visitor * problem.visits + rank]!;
  const way = time[before * places + visit]!;
  const there0 = left0 + way;
  const there1 = Math.min(left1 + way, eatAndGo(left0, way, lunch!));
  const done0 = there0 > closes[visit]! ? Infinity : Math.max(there0, opens[visit]!) + service[visit]!;
  const done1 = there1 > closes[visit]! ? Infinity : Math.max(there1, opens[visit]!) + service[visit]!;
  const on = time[visit * places + after]!;
  const [back0, back1] = beingBack(problem, visitor);
  return done0 + on <= (last ? back0 : latest0[after]!) || Math.min(done1 + on, eatAndGo(done0, on, lunch!)) <= (last ? back1 : latest1[after]!);
}

/** Puts a visit at a position of a tour. */
export function insertAt(tours: Tours, visitor: number, visit: number, rank: number): void {
  const { stops, lengths, problem } = tours;
  const base = visitor * problem.visits;
  stops.copyWithin(base + rank + 1, base + rank, base + lengths[visitor]!);
  stops[base + rank] = visit;
  lengths[visitor] = lengths[visitor]! + 1;
  refresh(tours, visitor);
}
