/** The two who are asked: the resident (or who answers for them) and the volunteer. */
export type PairSide = "resident" | "helper";

/**
 * Where a pair (社区老友结对) stands. `declined` and `ended` are for good: the two may be proposed to each other again, as a new pair.
 *
 * Source: MENTOR, Elements of Effective Practice (matching, introduction, supervision, closure).
 */
export type PairState = "proposed" | "asked" | "accepted" | "declined" | "introduced" | "trial" | "active" | "paused" | "ended";

/** Why a pair came to its end. */
export const END_REASONS = ["goal_reached", "resident_wish", "helper_wish", "moved_away", "not_suited", "helper_lapsed", "illness", "safeguarding", "other"] as const;
export type EndReason = (typeof END_REASONS)[number];

/** What happened to a pair, as rows that are only ever added. `on` is the day it happened; rows of one day stand in the order they were written. */
export type PairEvent =
  | { readonly kind: "proposed"; readonly on: string }
  | { readonly kind: "asked"; readonly on: string; readonly side: PairSide }
  | { readonly kind: "answered"; readonly on: string; readonly side: PairSide; readonly answer: "accepted" | "declined" }
  | { readonly kind: "introduced"; readonly on: string }
  | { readonly kind: "trial_started"; readonly on: string; readonly untilOn: string }
  | { readonly kind: "activated"; readonly on: string }
  | { readonly kind: "paused"; readonly on: string; readonly untilOn: string | null }
  | { readonly kind: "resumed"; readonly on: string }
  | { readonly kind: "ended"; readonly on: string; readonly reason: EndReason };

/** A pair on a day, reckoned from its events up to and including that day. */
export interface PairStatus {
  readonly state: PairState;
  /** Since when it has stood so. */
  readonly sinceOn: string;
  readonly asked: Readonly<Record<PairSide, boolean>>;
  /** The latest answer of each side; null while none came. */
  readonly answers: Readonly<Record<PairSide, "accepted" | "declined" | null>>;
  /** Last day of the trial, once one was agreed. */
  readonly trialUntilOn: string | null;
  /** When a pause is to end, if that was said; null otherwise. */
  readonly pausedUntilOn: string | null;
  /** What a pause goes back to. */
  readonly before: "trial" | "active" | null;
  readonly endReason: EndReason | null;
}

/** The status on a day; null before the pair was proposed. */
export function pairStatus(events: readonly PairEvent[], on: string): PairStatus | null {
  const past = events.filter((event) => event.on <= on).map((event, order) => ({ event, order }));
  past.sort((a, b) => (a.event.on < b.event.on ? -1 : a.event.on > b.event.on ? 1 : a.order - b.order));
  return past.reduce<PairStatus | null>((status, { event }) => after(status, event), null);
}

function after(status: PairStatus | null, event: PairEvent): PairStatus | null {
  if (event.kind === "proposed") {
    return { state: "proposed", sinceOn: event.on, asked: { resident: false, helper: false }, answers: { resident: null, helper: null }, trialUntilOn: null, pausedUntilOn: null, before: null, endReason: null };
  }
  if (!status) return null;
  const to = (state: PairState, more: Partial<PairStatus> = {}): PairStatus => ({ ...status, state, sinceOn: state === status.state ? status.sinceOn : event.on, ...more });
  switch (event.kind) {
    case "asked": return to("asked", { asked: { ...status.asked, [event.side]: true } });
    case "answered": {
      const answers = { ...status.answers, [event.side]: event.answer };
      if (event.answer === "declined") return to("declined", { answers });
      return to(answers.resident === "accepted" && answers.helper === "accepted" ? "accepted" : status.state, { answers });
    }
    case "introduced": return to("introduced");
    case "trial_started": return to("trial", { trialUntilOn: event.untilOn });
    case "activated": return to("active");
    case "paused": return to("paused", { pausedUntilOn: event.untilOn, before: status.state === "trial" ? "trial" : "active" });
    case "resumed": return to(status.before ?? "active", { pausedUntilOn: null, before: null });
    case "ended": return to("ended", { endReason: event.reason });
  }
}
