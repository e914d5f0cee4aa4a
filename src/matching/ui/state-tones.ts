import type { Tone } from "#platform/ui/plain.ts";
import type { PairState } from "../model/pair.ts";

/** The colour of a pair's state; the word always stands beside it. */
export const STATE_TONES: Readonly<Record<PairState, Tone>> = {
  proposed: "calm", asked: "due", accepted: "calm", introduced: "calm", trial: "ok", active: "ok", paused: "plain", ended: "plain", declined: "plain",
};
