import type { PairState } from "./pair.ts";

/** A pair as it may be lived on a day; `suspended` (停见): at work by its events, but the volunteer may not serve that day, or the resident took back their consent. */
export type LiveState = PairState | "suspended";

/** Trial and active are so only while both may meet: nothing required of the volunteer is missing, expired or taken back, and the resident's consent was not taken back. */
export function liveState(state: PairState, mayMeet: boolean): LiveState {
  return (state === "trial" || state === "active") && !mayMeet ? "suspended" : state;
}
