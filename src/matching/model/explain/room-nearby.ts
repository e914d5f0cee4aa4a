import { placesFree, type RoundView } from "./solved-round.ts";

const known = new WeakMap<RoundView, Int32Array>();

/**
 * For each helper, how many people would have to change friends at least for a place there to come free: 0 where one is, −1 where none can.
 * One search from all free places backwards, kept with the view.
 */
export function roomNearby(view: RoundView): Int32Array {
  const seen = known.get(view);
  if (seen) return seen;
  const { problem, residentOf, chosen, fixed } = view;
  const moves = new Int32Array(problem.capacity.length).fill(-1);
  const queue = [...moves.keys()].filter((h) => placesFree(view, h) > 0);
  for (const h of queue) moves[h] = 0;
  const { start, candidate } = byHelper(view);
  const asked = new Uint8Array(problem.wants.length);
  for (const to of queue) {
    for (let k = start[to]!; k < start[to + 1]!; k++) {
      const e = candidate[k]!;
      if (chosen[e] || fixed[e]) continue;
      const r = residentOf[e]!;
      if (asked[r]) continue;
      asked[r] = 1;
      for (let held = problem.rowStart[r]!; held < problem.rowStart[r + 1]!; held++) {
        const at = problem.helper[held]!;
        if (!chosen[held] || fixed[held] || moves[at]! >= 0) continue;
        moves[at] = moves[to]! + 1;
        queue.push(at);
      }
    }
  }
  known.set(view, moves);
  return moves;
}

/** The candidates of each helper. */
function byHelper({ problem: { helper, capacity } }: RoundView): { start: Int32Array; candidate: Int32Array } {
  const start = new Int32Array(capacity.length + 1);
  for (let e = 0; e < helper.length; e++) start[helper[e]! + 1]!++;
  for (let h = 0; h < capacity.length; h++) start[h + 1]! += start[h]!;
  const [next, candidate] = [start.slice(), new Int32Array(helper.length)];
  for (let e = 0; e < helper.length; e++) candidate[next[helper[e]!]!++] = e;
  return { start, candidate };
}
