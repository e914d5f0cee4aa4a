import { placesFree } from "./solved-round.ts";
import type { RoundView } from "./solved-round.ts";

/** Someone who would change friends to make room. */
export interface Move {
  readonly resident: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The fewest people who would have to change friends for one more place at a helper to come free, nobody losing theirs;
 * null when it cannot be done. `except` never moves.
 */
export function fewestMoves(view: RoundView, helper: number, except: number): Move[] | null {
  const { problem: { rowStart, helper: helperOf }, residentOf, chosen, fixed, holding } = view;
  const reachedBy = new Map<number, Move | null>([[helper, null]]);
  const queue = [helper];
  for (const at of queue) {
    if (placesFree(view, at) > 0) return pathTo(reachedBy, at);
    for (const held of holding[at]!) {
      const resident = residentOf[held]!;
      if (resident === except || fixed[held]) continue;
      for (let e = rowStart[resident]!; e < rowStart[resident + 1]!; e++) {
        const to = helperOf[e]!;
        if (chosen[e] || fixed[e] || reachedBy.has(to)) continue;
        reachedBy.set(to, { resident, from: at, to });
        queue.push(to);
      }
    }
  }
  return null;
}

/** The moves in order, the first making room at the helper asked about. No helper is entered twice, so all of them fit together. */
function pathTo(reachedBy: ReadonlyMap<number, Move | null>, end: number): Move[] {
  const moves: Move[] = [];
  for (let move = reachedBy.get(end); move; move = reachedBy.get(move.from)) moves.unshift(move);
  return moves;
}
