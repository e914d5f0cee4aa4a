/** How serious a concern is: to be talked about, a worry, or danger. */
export const SEVERITIES = ["talk", "worry", "danger"] as const;
export type Severity = (typeof SEVERITIES)[number];

export const CONCERN_STEPS = ["seen", "acted", "closed", "reopened"] as const;
export type ConcernStep = (typeof CONCERN_STEPS)[number];
export type ConcernStatus = "open" | "seen" | "closed";

/** Where a concern stands, from what the supervisor did about it. */
export function concernStatus(steps: readonly { readonly kind: ConcernStep }[]): ConcernStatus {
  const last = steps.at(-1)?.kind;
  if (!last) return "open";
  return last === "closed" ? "closed" : "seen";
}

/** A concern is not closed without a word on what was done; a closed one can only be reopened. */
export function decideConcernStep(status: ConcernStatus, kind: ConcernStep, note: string): { readonly allowed: true } | { readonly allowed: false; readonly reason: "already_closed" | "not_closed" | "note_missing" } {
  if (kind === "reopened") return status === "closed" ? { allowed: true } : { allowed: false, reason: "not_closed" };
  if (status === "closed") return { allowed: false, reason: "already_closed" };
  if ((kind === "closed" || kind === "acted") && note.trim() === "") return { allowed: false, reason: "note_missing" };
  return { allowed: true };
}
