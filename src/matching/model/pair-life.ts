import { addDays, daysBetween } from "#kernel/calendar.ts";
import type { Apart } from "./apart.ts";
import type { PairState } from "./pair.ts";

/** Days between two supervision talks (督导谈话) unless the last one said otherwise: the organisation's choice, no rule of law. */
const SUPERVISION_DAYS = 30;
/** Longest somebody stands in at once; beyond it a new friend is the honest answer. */
const LONGEST_COVER_DAYS = 60;

/** The day by which the next supervision talk of a running pair is due; null for a pair that is not at work. */
export function supervisionDueOn(pair: { readonly state: PairState; readonly beganOn: string | null }, last: { readonly heldOn: string; readonly nextOn: string | null } | undefined): string | null {
  if ((pair.state !== "trial" && pair.state !== "active") || pair.beganOn === null) return null;
  return last?.nextOn ?? addDays(last?.heldOn ?? pair.beganOn, SUPERVISION_DAYS);
}

/** Somebody who stands in for a time; both days included. */
export interface Cover {
  readonly pairId: string;
  readonly helperId: string;
  readonly fromOn: string;
  readonly untilOn: string;
}

export type LifeRefusal = "not_begun" | "talk_in_future" | "cover_not_running" | "same_helper" | "cover_ends_before_it_starts" | "cover_too_long" | "cover_in_past" | "cover_overlaps" | "helper_not_eligible" | "cover_over" | Apart;
export type LifeDecision = { readonly allowed: true } | { readonly allowed: false; readonly reason: LifeRefusal };
const ALLOWED: LifeDecision = { allowed: true };
const refuse = (reason: LifeRefusal): LifeDecision => ({ allowed: false, reason });

/** A talk is noted once the two have begun, never ahead of time; also after the end, for a good one. */
export function decideTalk(pair: { readonly beganOn: string | null }, heldOn: string, today: string): LifeDecision {
  if (pair.beganOn === null || heldOn < pair.beganOn) return refuse("not_begun");
  return heldOn > today ? refuse("talk_in_future") : ALLOWED;
}

export interface CoverFacts {
  readonly state: PairState;
  readonly friendId: string;
  readonly today: string;
  /** May serve on the first day and on the last, as things stand. */
  readonly eligible: boolean;
  /** Why the resident and whoever would stand in are kept apart; null where nothing speaks against it. */
  readonly apart: Apart | null;
  readonly others: readonly Cover[];
}

/** Whether somebody may stand in: for a pair at work or paused, for a limited time, somebody who may serve and whom nothing speaks against. */
export function decideCover(cover: Omit<Cover, "pairId">, facts: CoverFacts): LifeDecision {
  if (facts.state !== "trial" && facts.state !== "active" && facts.state !== "paused") return refuse("cover_not_running");
  if (cover.helperId === facts.friendId) return refuse("same_helper");
  if (cover.untilOn < cover.fromOn) return refuse("cover_ends_before_it_starts");
  if (cover.untilOn < facts.today) return refuse("cover_in_past");
  if (daysBetween(cover.fromOn, cover.untilOn) >= LONGEST_COVER_DAYS) return refuse("cover_too_long");
  if (facts.apart) return refuse(facts.apart);
  if (!facts.eligible) return refuse("helper_not_eligible");
  return facts.others.some((other) => other.fromOn <= cover.untilOn && cover.fromOn <= other.untilOn) ? refuse("cover_overlaps") : ALLOWED;
}
