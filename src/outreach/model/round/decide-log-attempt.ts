import { OUTCOME_RULES, type EndedAs, type Mode, type Outcome } from "./outcome.ts";

/** What is known before an attempt is logged. */
export interface BeforeAttempt {
  readonly roundOpensOn: string;
  readonly roundClosedOn: string | null;
  readonly endedAs: EndedAs | null;
  /** Numbers of the attempts that still stand. */
  readonly standingNumbers: readonly number[];
}

export interface AttemptToLog {
  readonly mode: Mode;
  readonly outcome: Outcome;
  readonly onDay: string;
  readonly nextDueOn: string | null;
  readonly corrects: number | null;
}

export type LogDecision = { readonly allowed: true } | { readonly allowed: false; readonly reason: LogFault; readonly field?: "onDay" | "nextDueOn" | "outcome" };
export type LogFault = "round_closed" | "refused_for_good" | "deceased" | "in_future" | "before_round" | "not_in_this_mode" | "day_missing" | "day_too_early" | "corrects_nothing";

/** May this attempt be logged? After a refusal for good or a death only a correction may. */
export function decideLogAttempt(before: BeforeAttempt, attempt: AttemptToLog, today: string): LogDecision {
  const rule = OUTCOME_RULES[attempt.outcome];
  if (before.roundClosedOn !== null) return no("round_closed");
  if (attempt.corrects !== null && !before.standingNumbers.includes(attempt.corrects)) return no("corrects_nothing");
  if (attempt.corrects === null && before.endedAs === "refused") return no("refused_for_good");
  if (attempt.corrects === null && before.endedAs === "deceased") return no("deceased");
  if (attempt.onDay > today) return no("in_future", "onDay");
  if (attempt.onDay < before.roundOpensOn) return no("before_round", "onDay");
  if (!rule.modes.includes(attempt.mode)) return no("not_in_this_mode", "outcome");
  if (rule.asksDay && attempt.nextDueOn === null) return no("day_missing", "nextDueOn");
  if (attempt.nextDueOn !== null && attempt.nextDueOn < attempt.onDay) return no("day_too_early", "nextDueOn");
  return { allowed: true };
}

const no = (reason: LogFault, field?: "onDay" | "nextDueOn" | "outcome"): LogDecision => ({ allowed: false, reason, ...(field && { field }) });
