/** Where an import stands. Computed, never stored. */
export type ImportStatus = "checking" | "check_stopped" | "refused" | "ready" | "applying" | "stopped" | "applied" | "undoing" | "undo_stopped" | "undone";

export interface ImportInstants {
  readonly checkedAt: string | null;
  readonly checkFailure: unknown;
  readonly acceptedAt: string | null;
  readonly appliedAt: string | null;
  readonly undoAskedAt: string | null;
  readonly undoneAt: string | null;
}

/** `job`: the state of the work asked for last (see the platform's jobs); null when that is not known, and then it is taken to be under way. */
export function importStatus(given: ImportInstants, job: string | null): ImportStatus {
  const ended = job === "cancelled" || job === "failed" || job === "done";
  if (given.undoneAt) return "undone";
  if (given.undoAskedAt) return ended ? "undo_stopped" : "undoing";
  if (given.appliedAt) return "applied";
  if (given.acceptedAt) return ended ? "stopped" : "applying";
  if (given.checkedAt) return "ready";
  if (given.checkFailure) return "refused";
  return ended ? "check_stopped" : "checking";
}

/** True while a job is at work, so that the page looks again by itself. */
export const isMoving = (status: ImportStatus): boolean => status === "checking" || status === "applying" || status === "undoing";

/** What a person may do next with an import. */
export type ImportStep = "map" | "decide" | "accept" | "resume" | "undo" | "discard" | "cancel";

const STEPS: Readonly<Record<ImportStatus, readonly ImportStep[]>> = {
  checking: ["cancel"],
  check_stopped: ["map", "resume", "discard"],
  refused: ["map", "discard"],
  ready: ["map", "decide", "accept", "discard"],
  applying: ["cancel"],
  stopped: ["resume", "undo"],
  applied: ["undo"],
  undoing: [],
  undo_stopped: ["undo"],
  undone: ["undo", "discard"],
};

/** Whether a step is possible from where the import stands. */
export const mayStep = (status: ImportStatus, step: ImportStep): boolean => STEPS[status].includes(step);
