import type { Tone } from "#platform/ui/show/tone.ts";
import type { Attended, Status } from "../model/terms.ts";

export const STATUS_TONES: Readonly<Record<Status, Tone>> = { applied: "due", waitlisted: "calm", booked: "ok", cancelled: "plain", refused: "plain", walk_in: "plain" };
export const MARK_TONES: Readonly<Record<Attended, Tone>> = { present: "ok", late: "ok", walk_in: "ok", excused: "calm", absent: "due" };
