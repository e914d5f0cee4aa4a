import type { Tone } from "#platform/ui/plain.ts";
import type { LiveState } from "../model/live-state.ts";

/** The colour of a pair's state; the word always stands beside it. */
export const STATE_TONES: Readonly<Record<LiveState, Tone>> = {
  proposed: "calm", asked: "due", accepted: "calm", introduced: "calm", trial: "ok", active: "ok", suspended: "late", paused: "plain", ended: "plain", declined: "plain",
};
