import type { Pace } from "./anneal.ts";
import { makeRoom } from "./eject.ts";
import { cheapestIn, insertAt, NEVER } from "./insert.ts";
import { pick } from "./random.ts";
import { emptyTour } from "./ruin.ts";
import { keep, restore, step, wayCost, type Search } from "./state.ts";

/** Steps of shaking after each visit that had to be forced in. */
const SHAKES = 10;

/**
 * Sends as few out as it can: one tour is taken away and its visits are forced into the others, each driving out the least hard
 * ones, which look for a place in turn (ejection pool, Nagata and Bräysy 2009), the rest being shaken in between. Ends with the
 * fewest found, all visits made.
 */
export function fewerVisitors(search: Search, pace: Pace, share: number, atLeast: number): void {
  if (search.absent.count > 0) return;
  const hardness = new Float64Array(search.tours.problem.visits).fill(1);
  for (;;) {
    keep(search, search.best, wayCost(search), false);
    const used = closeIdle(search);
    if (used <= atLeast || !closeOne(search, hardness, pace, share)) break;
  }
  restore(search, search.best, false);
  closeIdle(search);
  // Visitors who differ may yet stand in for one another; equal ones never bring anything.
  if (search.kinds.some((kind) => kind > 0)) search.tours.open.fill(1);
}

/** Nobody new goes out from here on. How many do. */
function closeIdle({ tours }: Search): number {
  let used = 0;
  for (let visitor = 0; visitor < tours.open.length; visitor++) {
    tours.open[visitor] = tours.lengths[visitor]! > 0 ? 1 : 0;
    used += tours.open[visitor]!;
  }
  return used;
}

/** One fewer, if the time allows. */
function closeOne(search: Search, hardness: Float64Array, pace: Pace, share: number): boolean {
  const { tours, absent, random } = search;
  const used = [...tours.open.keys()].filter((visitor) => tours.open[visitor] === 1);
  const closed = used[pick(random, used.length)]!;
  search.touched.fill(0);
  emptyTour(search, closed);
  tours.open[closed] = 0;
  const pool = [...absent.list.subarray(0, absent.count)].sort((a, b) => hardness[a]! - hardness[b]!);
  absent.count = 0;
  while (pool.length > 0) {
    if (!(pace(search.steps) < share)) return false;
    const visit = pool.pop()!;
    if (fitIn(search, visit)) continue;
    for (const left of shake(search, visit, hardness)) {
      hardness[left] = hardness[left]! + 1;
      const gone = makeRoom(tours, left, hardness, random);
      if (!gone) return false;
      pool.push(...gone);
    }
  }
  return true;
}

const at = new Int32Array(1);

/** At a place chosen by chance among the tours where it fits. */
function fitIn({ tours, random }: Search, visit: number): boolean {
  let [chosen, rank, seen] = [-1, 0, 0];
  for (let visitor = 0; visitor < tours.open.length; visitor++) {
    if (cheapestIn(tours, visitor, visit, Infinity, NEVER, at) === Infinity) continue;
    if (random() * ++seen < 1) [chosen, rank] = [visitor, at[0]!];
  }
  if (chosen >= 0) insertAt(tours, chosen, visit, rank);
  return chosen >= 0;
}

/** Moves what stands about so that the visit finds a place; returns what is left over instead, never harder than the visit was. */
function shake(search: Search, visit: number, hardness: Float64Array): number[] {
  const { absent, current, random } = search;
  absent.list[0] = visit;
  absent.count = 1;
  keep(search, current, hardness[visit]!, false);
  for (let i = 0; i < SHAKES && absent.count > 0; i++) {
    step(search, 0, pick(random, search.queues.length));
    let sum = 0;
    for (let k = 0; k < absent.count; k++) sum += hardness[absent.list[k]!]!;
    if (sum <= current.cost) keep(search, current, sum, true);
    else restore(search, current, true);
  }
  const left = [...absent.list.subarray(0, absent.count)];
  absent.count = 0;
  return left;
}
