/** Where an entry comes from; the pair of kind and id is proposed once for each person. */
export const SOURCE_KINDS = ["visit", "activity", "hand"] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const DECISION_KINDS = ["confirmed", "refused", "withdrawn", "reopened"] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** `open`: nobody has checked out yet. Only `confirmed` counts. */
export const ENTRY_STATES = ["open", "pending", "confirmed", "refused", "withdrawn"] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

/** What the state is reckoned from: the time, and the latest decision. */
export interface EntryFacts {
  /** Minutes of service, travel excluded; null while it is open. */
  readonly minutes: number | null;
  readonly decision: DecisionKind | null;
}

export function entryState({ minutes, decision }: EntryFacts): EntryState {
  if (decision === "withdrawn" || decision === "refused") return decision;
  if (minutes === null) return "open";
  return decision === "confirmed" ? "confirmed" : "pending";
}

export type EntryRefusal = "own_hours" | "still_open" | "no_time" | "not_waiting" | "not_confirmed" | "over" | "on_certificate" | "nothing_changed";
export type EntryDecision = { readonly allowed: true } | { readonly allowed: false; readonly reason: EntryRefusal };

const ALLOWED: EntryDecision = { allowed: true };
const refuse = (reason: EntryRefusal): EntryDecision => ({ allowed: false, reason });

/** Nobody decides about their own hours. */
export function decideHours(entry: EntryFacts & { readonly personId: string }, kind: DecisionKind, by: { readonly personIds: readonly string[] }, { certified = false } = {}): EntryDecision {
  if (by.personIds.includes(entry.personId)) return refuse("own_hours");
  const state = entryState(entry);
  if (kind === "confirmed") return state === "open" ? refuse("still_open") : state !== "pending" ? refuse("not_waiting") : entry.minutes === 0 ? refuse("no_time") : ALLOWED;
  if (kind === "refused") return state === "pending" || state === "open" ? ALLOWED : refuse("not_waiting");
  if (kind === "withdrawn") return state === "withdrawn" || state === "refused" ? refuse("over") : ALLOWED;
  if (state !== "confirmed" && state !== "refused") return refuse("not_confirmed");
  return certified ? refuse("on_certificate") : ALLOWED;
}

/** What a correction may change. */
export interface Corrected {
  readonly happenedOn: string;
  readonly minutes: number | null;
  readonly travelMinutes: number;
  readonly title: string;
  readonly place: string;
  readonly recipient: string;
  readonly content: string;
}

const CORRECTED = ["happenedOn", "minutes", "travelMinutes", "title", "place", "recipient", "content"] as const satisfies readonly (keyof Corrected)[];

export function isSame(one: Corrected, other: Corrected): boolean {
  return CORRECTED.every((field) => one[field] === other[field]);
}

/** A correction is a new row that waits to be confirmed again; what was taken back is not corrected but entered anew. */
export function decideCorrection(entry: EntryFacts & Corrected & { readonly personId: string }, to: Corrected, by: { readonly personIds: readonly string[] }): EntryDecision {
  if (by.personIds.includes(entry.personId)) return refuse("own_hours");
  if (entryState(entry) === "withdrawn") return refuse("over");
  return isSame(entry, to) ? refuse("nothing_changed") : ALLOWED;
}
