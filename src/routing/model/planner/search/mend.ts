import { cheapestIn, insertAt, type Blink } from "./insert.ts";
import type { RoundsProblem } from "../problem.ts";
import type { Random } from "./random.ts";
import type { Absent } from "./ruin.ts";
import type { Tours } from "./tours.ts";

/** In which order absent visits look for a place: each a key per visit, small first. Null: by chance. */
export type Queue = Float64Array | null;

/** By chance, far first, near first, demand, narrow window, early, late: which is good differs by problem and is learnt. */
export function queues({ visits, places, travel, opens, closes, demand, visitors }: RoundsProblem): Queue[] {
  const home = visitors[0]?.start ?? 0;
  const far = Float64Array.from({ length: visits }, (_, visit) => -(travel[0]?.cost[home * places + visit] ?? 0));
  const keys = [far, far.map((value) => -value), demand.map((value) => -value), closes.map((close, visit) => close - opens[visit]!), closes.slice(), opens.map((open) => -open)];
  return [null, ...keys];
}

/** Visitors who are the same in everything, so that only the first idle one of a kind need be tried. */
export function kindsOf({ visitors, visits, may }: RoundsProblem): Int32Array {
  const seen = new Map<string, number>();
  return Int32Array.from(visitors, (visitor, index) => {
    const key = JSON.stringify([visitor.start, visitor.end, visitor.from, visitor.until, visitor.capacity, visitor.by, visitor.lunch, may && [...may.subarray(index * visits, (index + 1) * visits)].join("")]);
    const kind = seen.get(key) ?? seen.size;
    seen.set(key, kind);
    return kind;
  });
}

export interface Menders {
  readonly tours: Tours;
  readonly absent: Absent;
  readonly kinds: Int32Array;
  readonly touched: Uint8Array;
  readonly random: Random;
  readonly blink: Blink;
  /** Room for sorting. */
  readonly keys: Float64Array;
}

/** Gives each absent visit, in the order of the queue, its cheapest place now; those that fit nowhere stay absent. */
export function mend(menders: Menders, queue: Queue): void {
  const { absent } = menders;
  line(menders, queue);
  const waiting = absent.count;
  absent.count = 0;
  for (let i = 0; i < waiting; i++) {
    const visit = absent.list[i]!;
    if (!place(menders, visit)) absent.list[absent.count++] = visit;
  }
}

const at = new Int32Array(1);
const idle = new Uint8Array(1024);

function place({ tours, kinds, touched, blink }: Menders, visit: number): boolean {
  let best = Infinity;
  let visitor = -1;
  let rank = 0;
  idle.fill(0, 0, kinds.length);
  for (let candidate = 0; candidate < kinds.length; candidate++) {
    if (tours.lengths[candidate] === 0) {
      if (tours.open[candidate] === 0 || idle[kinds[candidate]!]) continue;
      idle[kinds[candidate]!] = 1;
    }
    const more = cheapestIn(tours, candidate, visit, best, blink, at);
    if (more < best) {
      best = more;
      visitor = candidate;
      rank = at[0]!;
    }
  }
  if (visitor < 0) return false;
  insertAt(tours, visitor, visit, rank);
  touched[visitor] = 1;
  return true;
}

/** Sorts the absent visits by the queue's key; by insertion, for they are few. */
function line({ absent, keys, random }: Menders, queue: Queue): void {
  const { list, count } = absent;
  for (let i = 0; i < count; i++) {
    const visit = list[i]!;
    const key = queue ? queue[visit]! : random();
    let to = i;
    for (; to > 0 && keys[to - 1]! > key; to--) {
      keys[to] = keys[to - 1]!;
      list[to] = list[to - 1]!;
    }
    keys[to] = key;
    list[to] = visit;
  }
}
