import type { ImportStatus } from "../model/import/import-status.ts";
import type { Tone } from "#platform/ui/plain.ts";

/** The colour of a state; the word always stands beside it. */
export const STATUS_TONES: Readonly<Record<ImportStatus, Tone>> = {
  checking: "calm", check_stopped: "late", refused: "late", ready: "due", applying: "calm", stopped: "late", applied: "ok", undoing: "calm", undo_stopped: "late", undone: "plain",
};
