import { kindsOf, mend, queues, type Menders, type Queue } from "./mend.ts";
import { alike, nearest } from "./near.ts";
import type { RoundsProblem } from "../problem.ts";
import { pick, seeded, type Random } from "./random.ts";
import { takeAlike, takeAny, takeStrings, takeTour, type Ruins } from "./ruin.ts";
import { swapTails } from "./swap-tails.ts";
import { emptyTours, refresh, type Tours } from "./tours.ts";

/** One answer, to go back to. */
export interface Snapshot {
  readonly stops: Int32Array;
  readonly lengths: Int32Array;
  readonly absent: Int32Array;
  absentCount: number;
  cost: number;
}

/** Everything a search works on. */
export interface Search extends Ruins, Menders {
  readonly tours: Tours;
  readonly random: Random;
  readonly touched: Uint8Array;
  readonly current: Snapshot;
  readonly best: Snapshot;
  readonly queues: readonly Queue[];
  /** What a visit costs that nobody makes. */
  readonly lost: Float64Array;
  steps: number;
}

/** One position in a hundred is passed over. */
const BLINK = 0.01;

/** @param fewest whether each visitor who goes out weighs more than any way */
export function beginSearch(problem: RoundsProblem, seed: number, fewest: boolean): Search {
  const tours = emptyTours(problem, fewest ? 2 * longestWay(problem) : 0);
  const { visits } = problem;
  const visitors = problem.visitors.length;
  const random = seeded(seed);
  const again = () => Math.floor(Math.log(1 - random()) / Math.log(1 - BLINK));
  const absent = { list: Int32Array.from({ length: visits }, (_, visit) => visit), count: visits };
  const snapshot = (): Snapshot => ({ stops: new Int32Array(visitors * visits), lengths: new Int32Array(visitors), absent: new Int32Array(visits), absentCount: 0, cost: Infinity });
  for (let visitor = 0; visitor < visitors; visitor++) refresh(tours, visitor);
  return {
    tours, absent, random, near: nearest(problem), alike: alike(problem), touched: new Uint8Array(visitors), kinds: kindsOf(problem),
    blink: { left: again(), again }, keys: new Float64Array(visits), current: snapshot(), best: snapshot(), queues: queues(problem), lost: lossOf(problem, tours.fixed), steps: 0,
  };
}

/** More than any detour, so that nobody is left out to save a way; scaled by weight. */
function lossOf(problem: RoundsProblem, fixed: number): Float64Array {
  const loss = fixed + 3 * longestWay(problem);
  return problem.weight.map((value) => value * loss);
}

function longestWay({ travel }: RoundsProblem): number {
  return Math.max(1, ...travel.map(({ cost }) => cost.reduce((a, b) => Math.max(a, b), 0)));
}

/** Cost of the ways, and of the visits nobody makes. */
export function costNow(search: Search): number {
  const { absent, lost } = search;
  let cost = wayCost(search);
  for (let i = 0; i < absent.count; i++) cost += lost[absent.list[i]!]!;
  return cost;
}

/** Cost of the ways, and of visitors who go out where that counts. */
export function wayCost({ tours }: Search): number {
  let cost = 0;
  for (const part of tours.costs) cost += part;
  return cost;
}

/** Keeps the tours as they are; only what was touched since is copied when `part` says so. */
export function keep({ tours, absent, touched }: Search, into: Snapshot, cost: number, part: boolean): void {
  const { visits } = tours.problem;
  for (let visitor = 0; visitor < touched.length; visitor++) {
    if (part && !touched[visitor]) continue;
    const base = visitor * visits;
    const length = tours.lengths[visitor]!;
    for (let i = base; i < base + length; i++) into.stops[i] = tours.stops[i]!;
    into.lengths[visitor] = length;
  }
  for (let i = 0; i < absent.count; i++) into.absent[i] = absent.list[i]!;
  into.absentCount = absent.count;
  into.cost = cost;
}

/** Goes back to a kept answer. */
export function restore({ tours, absent, touched }: Search, from: Snapshot, part: boolean): void {
  const { visits } = tours.problem;
  absent.count = from.absentCount;
  for (let i = 0; i < absent.count; i++) {
    absent.list[i] = from.absent[i]!;
    tours.tourOf[absent.list[i]!] = -1;
  }
  for (let visitor = 0; visitor < touched.length; visitor++) {
    if (part && !touched[visitor]) continue;
    const base = visitor * visits;
    const length = from.lengths[visitor]!;
    for (let i = base; i < base + length; i++) tours.stops[i] = from.stops[i]!;
    tours.lengths[visitor] = length;
    refresh(tours, visitor);
  }
}

const RUINS = [takeStrings, takeAlike, takeAny, takeTour, swapTails] as const;

/** One step: take some visits out, put them back. */
export function step(search: Search, ruin: number, queue: number): void {
  search.touched.fill(0);
  RUINS[ruin]!(search);
  mend(search, search.queues[queue]!);
  search.steps++;
}

/** Which ruin and which queue next: by weights learnt from what they brought (Ropke and Pisinger 2006). */
export class Wheel {
  readonly weights: Float64Array;
  readonly #gains: Float64Array;
  readonly #uses: Float64Array;
  readonly #random: Random;

  constructor(weights: readonly number[], random: Random) {
    this.weights = Float64Array.from(weights);
    this.#gains = new Float64Array(weights.length);
    this.#uses = new Float64Array(weights.length);
    this.#random = random;
  }

  spin(): number {
    let sum = 0;
    for (const weight of this.weights) sum += weight;
    let left = this.#random() * sum;
    for (let i = 0; i < this.weights.length; i++) {
      left -= this.weights[i]!;
      if (left < 0) return i;
    }
    return pick(this.#random, this.weights.length);
  }

  credit(choice: number, gain: number): void {
    this.#gains[choice] = this.#gains[choice]! + gain;
    this.#uses[choice] = this.#uses[choice]! + 1;
  }

  learn(): void {
    for (let i = 0; i < this.weights.length; i++) {
      if (this.#uses[i]! > 0) this.weights[i] = Math.max(0.05, 0.8 * this.weights[i]! + 0.2 * (this.#gains[i]! / this.#uses[i]!));
      this.#gains[i] = 0;
      this.#uses[i] = 0;
    }
  }
}
