/** The door of matching: who is paired with whom, on a day. Reading checks nothing; the caller authorises. */
export { readPairs, type PairFilter, type PairView } from "./store/pairs.ts";
export type { PairState } from "./model/pair.ts";
export { mayReadPairNotes } from "./model/pair-notes.ts";
