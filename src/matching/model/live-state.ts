import type { PairState } from "./pair.ts";

/** A pair as it may be lived on a day; `suspended` (停见): at work by its events, but the volunteer may not serve that day. */
export type LiveState = PairState | "suspended";

/** Trial and active are so only while nothing required of the volunteer is missing, expired or taken back, or an exemption covers it. */
export function liveState(state: PairState, helperMayServe: boolean): LiveState {
  return (state === "trial" || state === "active") && !helperMayServe ? "suspended" : state;
}
