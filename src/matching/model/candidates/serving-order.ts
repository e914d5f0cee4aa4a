import type { MatchProblem, ServingOrder } from "../solver/problem.ts";
import type { ResidentNeed } from "./people.ts";

/**
 * Who is served first when places are short: the longest wait first, then the fewest candidates; who is equal in both
 * shares a rank, and cost decides. A wait that is unknown counts as none. Nobody gets a second friend before all who can have a first.
 */
export function orderByWaiting(residents: readonly ResidentNeed[], problem: MatchProblem): ServingOrder {
  const keys = residents.map((resident, r) => ({ r, since: resident.waitingSinceOn ?? "9999-12-31", options: problem.rowStart[r + 1]! - problem.rowStart[r]! }));
  const rank = new Int32Array(residents.length);
  let last: (typeof keys)[number] | undefined;
  let place = -1;
  for (const key of keys.toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.options - b.options))) {
    if (!last || last.since !== key.since || last.options !== key.options) place++;
    rank[key.r] = place;
    last = key;
  }
  return { rank, everyoneOnce: true };
}
