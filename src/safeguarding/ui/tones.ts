import type { Tone } from "#platform/ui/show/tone.ts";
import type { Duty } from "../model/duties.ts";
import type { Severity } from "../model/incident.ts";

/** Colours; the word always stands beside them. */
export const SEVERITY_TONES: Readonly<Record<Severity, Tone>> = { low: "calm", serious: "due", critical: "late" };
export const DUTY_TONES: Readonly<Record<Duty["state"], Tone>> = { open: "due", late: "late", done: "ok", waived: "calm" };
