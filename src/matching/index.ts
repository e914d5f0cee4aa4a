/** The door of matching: who is paired with whom, on a day. Reading checks nothing; the caller authorises. */
export { readPairs, type PairFilter, type PairView } from "./store/pairs.ts";
export { listSuspendedPairs, livePairs } from "./service/pairs/live-pairs.ts";
export { coverPair, coversOn } from "./service/pairs/cover-pair.ts";
export { listDueTalks } from "./service/pairs/list-due-talks.ts";
export { noteTalk } from "./service/pairs/note-talk.ts";
export { listAwaitedAnswers } from "./service/pairs/list-awaited-answers.ts";
export { saveWish, type WishForm } from "./service/wishes/save-wish.ts";
export { beginRound } from "./service/rounds/begin-round.ts";
export { requestRun } from "./service/rounds/request-run.ts";
export { computeRun } from "./service/rounds/compute-run.ts";
export { showRound } from "./service/rounds/show-round.ts";
export { decidePair } from "./service/rounds/decide-pair.ts";
export { stepPair } from "./service/pairs/step-pair.ts";
export type { PairState } from "./model/pair.ts";
export { mayReadPairNotes } from "./model/pair-notes.ts";
export { friendViewers } from "./service/pairs/friend-viewers.ts";
export { pairSupports } from "./service/pairs/pair-supports.ts";
