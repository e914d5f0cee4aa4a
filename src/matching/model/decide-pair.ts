import type { Apart } from "./apart.ts";
import { pairStatus } from "./pair.ts";
import type { PairEvent, PairSide, PairState, PairStatus } from "./pair.ts";

/** Why a step of a pair's life is refused; `pair_…` message keys carry the words. */
export type PairRefusal =
  | "not_proposed" | "over" | "earlier_than_last" | "already_asked" | "not_asked" | "already_answered" | "both_not_accepted" | "already_introduced" | "not_introduced"
  | "helper_not_eligible" | "consent_missing" | "trial_ends_before_it_starts" | "already_active" | "not_running" | "already_paused" | "pause_ends_before_it_starts"
  | "not_paused" | "reason_missing" | "still_running" | "already_replaced" | "same_helper" | "review_missing" | "answer_came" | Apart;

export type PairDecision = { readonly allowed: true } | { readonly allowed: false; readonly reason: PairRefusal };

/** What must be true on the day besides the pair's own history; the caller looks it up. */
export interface PairFacts {
  /** The volunteer's pathway counts them as eligible on the day. */
  readonly helperEligible: boolean;
  /** Consent to be matched stands, the guardian's too where one is needed. */
  readonly consentStands: boolean;
}

const allow: PairDecision = { allowed: true };
const refuse = (reason: PairRefusal): PairDecision => ({ allowed: false, reason });

/** Each side is asked once. Nobody is asked about a person who did not consent to be matched. */
export function decideAsk(events: readonly PairEvent[], side: PairSide, on: string, facts: PairFacts): PairDecision {
  return step(events, on, ["proposed", "asked", "accepted"], "already_introduced", (status) => {
    if (!facts.consentStands) return refuse("consent_missing");
    if (!facts.helperEligible) return refuse("helper_not_eligible");
    return status.asked[side] ? refuse("already_asked") : allow;
  });
}

/** Who was asked may accept or decline, and may still decline after accepting, until they have met. */
export function decideAnswer(events: readonly PairEvent[], side: PairSide, answer: "accepted" | "declined", on: string): PairDecision {
  return step(events, on, ["proposed", "asked", "accepted"], "already_introduced", (status) => {
    if (!status.asked[side]) return refuse("not_asked");
    return status.answers[side] === answer ? refuse("already_answered") : allow;
  });
}

/** They are introduced once both have accepted, the volunteer's check still stands and so does the consent. */
export function decideIntroduce(events: readonly PairEvent[], on: string, facts: PairFacts): PairDecision {
  return step(events, on, ["proposed", "asked", "accepted"], "already_introduced", (status) => {
    if (status.state !== "accepted") return refuse("both_not_accepted");
    return factsRefusal(facts) ?? allow;
  });
}

/** A trial (试结对) begins after the introduction and has a last day. */
export function decideStartTrial(events: readonly PairEvent[], on: string, untilOn: string, facts: PairFacts): PairDecision {
  return step(events, on, ["introduced"], "not_introduced", () => factsRefusal(facts) ?? (untilOn < on ? refuse("trial_ends_before_it_starts") : allow));
}

/** A pair becomes active after the introduction or at any time in its trial. */
export function decideActivate(events: readonly PairEvent[], on: string, facts: PairFacts): PairDecision {
  return step(events, on, ["introduced", "trial", "active", "paused"], "not_introduced", (status) => {
    if (status.state === "active") return refuse("already_active");
    if (status.state === "paused") return refuse("already_paused");
    return factsRefusal(facts) ?? allow;
  });
}

export function decidePause(events: readonly PairEvent[], on: string, untilOn: string | null): PairDecision {
  return step(events, on, ["trial", "active", "paused"], "not_running", (status) => {
    if (status.state === "paused") return refuse("already_paused");
    return untilOn !== null && untilOn < on ? refuse("pause_ends_before_it_starts") : allow;
  });
}

/** A paused pair goes on where it was, if the volunteer's check and the consent still stand. */
export function decideResume(events: readonly PairEvent[], on: string, facts: PairFacts): PairDecision {
  return step(events, on, ["paused"], "not_paused", () => factsRefusal(facts) ?? allow);
}

/** Anything that is not over can be ended, always with a reason. */
export function decideEnd(events: readonly PairEvent[], reason: string | null, on: string): PairDecision {
  return step(events, on, ["proposed", "asked", "accepted", "introduced", "trial", "active", "paused"], "over", () => (reason ? allow : refuse("reason_missing")));
}

/** What was asked by mistake is taken back only while nobody has answered; afterwards the pair is ended with its reason. */
export function decideWithdraw(events: readonly PairEvent[], on: string): PairDecision {
  return step(events, on, ["proposed", "asked"], "answer_came", ({ answers }) => (answers.resident === null && answers.helper === null ? allow : refuse("answer_came")));
}

/** What is known of a pair that is to be followed by another. */
export interface ReplaceFacts extends PairFacts {
  readonly formerHelperId: string;
  readonly newHelperId: string;
  /** The pair that already follows this one, if any. */
  readonly replacedById: string | null;
  /** When a supervisor reviewed how it ended; needed after a safeguarding end. */
  readonly reviewedOn: string | null;
  /** Why the resident and the new friend are kept apart; null where nothing speaks against it. */
  readonly apart: Apart | null;
}

/** A new friend follows one who declined or left; after a safeguarding end only once a supervisor has reviewed it. */
export function decideReplace(events: readonly PairEvent[], on: string, facts: ReplaceFacts): PairDecision {
  const status = pairStatus(events, on);
  if (!status) return refuse("not_proposed");
  if (status.state !== "ended" && status.state !== "declined") return refuse("still_running");
  if (facts.replacedById !== null) return refuse("already_replaced");
  if (facts.newHelperId === facts.formerHelperId) return refuse("same_helper");
  if (status.endReason === "safeguarding" && (facts.reviewedOn === null || facts.reviewedOn > on)) return refuse("review_missing");
  if (facts.apart) return refuse(facts.apart);
  return factsRefusal(facts) ?? allow;
}

/** What every step shares: there is a pair, it is not over, nothing is written before what is already there, and it stands where the step may be taken. */
function step(events: readonly PairEvent[], on: string, from: readonly PairState[], otherwise: PairRefusal, decide: (status: PairStatus) => PairDecision): PairDecision {
  const lastOn = events.reduce((last, event) => (event.on > last ? event.on : last), "");
  const status = pairStatus(events, lastOn);
  if (!status) return refuse("not_proposed");
  if (status.state === "ended" || status.state === "declined") return refuse("over");
  if (on < lastOn) return refuse("earlier_than_last");
  return from.includes(status.state) ? decide(status) : refuse(otherwise);
}

function factsRefusal({ helperEligible, consentStands }: PairFacts): PairDecision | null {
  if (!consentStands) return refuse("consent_missing");
  return helperEligible ? null : refuse("helper_not_eligible");
}
