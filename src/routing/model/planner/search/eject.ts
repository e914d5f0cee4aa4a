import { insertAt } from "./insert.ts";
import { eatAndGo } from "../lunch.ts";
import type { Visitor } from "../problem.ts";
import type { Random } from "./random.ts";
import { beingBack, refresh, settingOut, type Tours } from "./tours.ts";

/** Never more than this many make room for one. */
const MOST = 3;

/** The least hard visits that could make room, being looked for. */
interface Hunt {
  readonly tours: Tours;
  readonly hardness: Float64Array;
  readonly random: Random;
  /** The tour with the newcomer in it. */
  readonly row: Int32Array;
  length: number;
  newcomer: number;
  visitor: Visitor;
  spare: number;
  readonly chosen: Int32Array;
  best: number;
  equals: number;
  readonly winner: Int32Array;
  winners: number;
  winnerTour: number;
  winnerRank: number;
  tour: number;
  rank: number;
}

/**
 * Puts a visit that fits nowhere into the tour from which the least hard visits must go for it (Nagata and Bräysy 2009), and
 * returns those; null when even that is impossible. Hardness grows each time a visit finds no place.
 */
export function makeRoom(tours: Tours, newcomer: number, hardness: Float64Array, random: Random): number[] | null {
  const { problem } = tours;
  const hunt: Hunt = {
    tours, hardness, random, row: new Int32Array(problem.visits + 1), length: 0, newcomer, visitor: problem.visitors[0]!, spare: 0, chosen: new Int32Array(MOST),
    best: Infinity, equals: 0, winner: new Int32Array(MOST), winners: 0, winnerTour: -1, winnerRank: 0, tour: 0, rank: 0,
  };
  for (let tour = 0; tour < tours.open.length; tour++) {
    const visitor = problem.visitors[tour]!;
    if (tours.open[tour] === 0 || (problem.may && problem.may[tour * problem.visits + newcomer] === 0) || problem.demand[newcomer]! > visitor.capacity) continue;
    hunt.tour = tour;
    hunt.visitor = visitor;
    hunt.spare = visitor.capacity - tours.loads[tour]! - problem.demand[newcomer]!;
    for (let rank = 0; rank <= tours.lengths[tour]!; rank++) huntAt(hunt, rank);
  }
  return hunt.winnerTour < 0 ? null : carryOut(hunt);
}

function huntAt(hunt: Hunt, rank: number): void {
  const { tours, row, tour, newcomer } = hunt;
  const base = tour * tours.problem.visits;
  const length = tours.lengths[tour]!;
  for (let i = 0; i < rank; i++) row[i] = tours.stops[base + i]!;
  row[rank] = newcomer;
  for (let i = rank; i < length; i++) row[i + 1] = tours.stops[base + i]!;
  hunt.length = length + 1;
  hunt.rank = rank;
  const [out0, out1] = settingOut(tours.problem, tour);
  explore(hunt, 0, hunt.visitor.start, out0, out1, 0, 0, 0);
}

/** Everything before `from` is settled and was left at these moments; who of the rest might go? */
// oxlint-disable-next-line max-params -- one frame of a recursion that runs millions of times
function explore(hunt: Hunt, from: number, before: number, left0: number, left1: number, gone: number, sum: number, freed: number): void {
  const { tours: { problem }, hardness, row, visitor, newcomer } = hunt;
  const { time } = problem.travel[visitor.by]!;
  let [here, out0, out1] = [before, left0, left1];
  for (let at = from; at < hunt.length; at++) {
    const visit = row[at]!;
    const more = sum + hardness[visit]!;
    if (visit !== newcomer && gone < MOST && more <= hunt.best) {
      hunt.chosen[gone] = visit;
      const free = freed + problem.demand[visit]!;
      if (at > hunt.rank && free + hunt.spare >= 0 && joins(hunt, at + 1, here, out0, out1)) record(hunt, gone + 1, more);
      else explore(hunt, at + 1, here, out0, out1, gone + 1, more, free);
    }
    const way = time[here * problem.places + visit]!;
    const there0 = out0 + way;
    const there1 = visitor.lunch ? Math.min(out1 + way, eatAndGo(out0, way, visitor.lunch)) : out1 + way;
    const close = problem.closes[visit]!;
    if (there0 > close && there1 > close) return;
    out0 = there0 > close ? Infinity : Math.max(there0, problem.opens[visit]!) + problem.service[visit]!;
    out1 = there1 > close ? Infinity : Math.max(there1, problem.opens[visit]!) + problem.service[visit]!;
    here = visit;
    if (visit === newcomer && gone > 0 && freed + hunt.spare >= 0 && joins(hunt, at + 1, here, out0, out1)) return record(hunt, gone, sum);
  }
}

/** Whether all from `at` on is in time. The newcomer is behind, so the moments of the tour as it stands hold. */
function joins({ tours, row, length, visitor, tour }: Hunt, at: number, here: number, out0: number, out1: number): boolean {
  const last = at === length;
  const after = last ? visitor.end : row[at]!;
  const [back0, back1] = beingBack(tours.problem, tour);
  const way = tours.problem.travel[visitor.by]!.time[here * tours.problem.places + after]!;
  if (visitor.lunch && out0 + way <= (last ? back0 : tours.latest0[after]!)) return true;
  const there = visitor.lunch ? Math.min(out1 + way, eatAndGo(out0, way, visitor.lunch)) : out1 + way;
  return there <= (last ? back1 : tours.latest1[after]!);
}

function record(hunt: Hunt, count: number, sum: number): void {
  hunt.equals = sum < hunt.best ? 1 : hunt.equals + 1;
  if (sum === hunt.best && hunt.random() * hunt.equals >= 1) return;
  hunt.best = sum;
  hunt.winner.set(hunt.chosen);
  hunt.winners = count;
  hunt.winnerTour = hunt.tour;
  hunt.winnerRank = hunt.rank;
}

function carryOut({ tours, winner, winners, winnerTour, winnerRank, newcomer }: Hunt): number[] {
  insertAt(tours, winnerTour, newcomer, winnerRank);
  const gone = [...winner.subarray(0, winners)];
  const base = winnerTour * tours.problem.visits;
  const rest = [...tours.stops.subarray(base, base + tours.lengths[winnerTour]!)].filter((visit) => !gone.includes(visit));
  tours.stops.set(rest, base);
  tours.lengths[winnerTour] = rest.length;
  for (const visit of gone) tours.tourOf[visit] = -1;
  refresh(tours, winnerTour);
  return gone;
}
