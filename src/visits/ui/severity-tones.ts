import type { Tone } from "#platform/ui/show/tone.ts";
import type { Severity } from "../model/concern.ts";

/** The colour of a concern's severity; the word always stands beside it. */
export const SEVERITY_TONES: Readonly<Record<Severity, Tone>> = { talk: "calm", worry: "due", danger: "late" };
