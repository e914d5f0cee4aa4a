import { addDays } from "#kernel/calendar.ts";
import { OUTCOME_RULES, VAIN_BEFORE_END, VAIN_BEFORE_VISIT, type EndedAs, type Mode, type Outcome } from "./outcome.ts";

/** What counts of an attempt. */
export interface AttemptFacts {
  readonly number: number;
  readonly mode: Mode;
  readonly outcome: Outcome;
  /** `YYYY-MM-DD`. */
  readonly onDay: string;
  /** The day chosen for the next attempt, if any. */
  readonly nextDueOn: string | null;
  /** The number of the attempt this one stands in for. */
  readonly corrects: number | null;
}

/** Where a member of a round stands, worked out from their attempts alone. */
export interface MemberState {
  readonly attemptCount: number;
  readonly lastOn: string | null;
  readonly lastOutcome: Outcome | null;
  /** First day on which they were reached. */
  readonly reachedOn: string | null;
  /** Null exactly when the part is over. */
  readonly nextDueOn: string | null;
  readonly endedOn: string | null;
  readonly endedAs: EndedAs | null;
}

/** Attempts that stand: a corrected one gives way to its correction, which keeps its place in the order. */
export function standing<A extends Pick<AttemptFacts, "number" | "corrects">>(attempts: readonly A[]): A[] {
  const corrected = new Set(attempts.map(({ corrects }) => corrects));
  const byNumber = new Map(attempts.map((attempt) => [attempt.number, attempt]));
  const placeOf = (attempt: A): number => {
    const earlier = attempt.corrects === null ? undefined : byNumber.get(attempt.corrects);
    return earlier ? placeOf(earlier) : attempt.number;
  };
  return attempts.filter(({ number }) => !corrected.has(number)).toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Folds the attempts of a member. `opensOn`: the first day on which they are due while nobody has tried. */
export function memberState(attempts: readonly AttemptFacts[], opensOn: string): MemberState {
  const real = standing(attempts);
  const last = real.at(-1);
  if (!last) return { attemptCount: 0, lastOn: null, lastOutcome: null, reachedOn: null, nextDueOn: opensOn, endedOn: null, endedAs: null };
  const nextDueOn = dueAfter(real);
  return {
    attemptCount: real.length,
    lastOn: last.onDay,
    lastOutcome: last.outcome,
    reachedOn: real.find(({ outcome }) => outcome === "reached")?.onDay ?? null,
    nextDueOn,
    endedOn: nextDueOn === null ? last.onDay : null,
    endedAs: nextDueOn === null ? (OUTCOME_RULES[last.outcome].ends ?? "not_reached") : null,
  };
}

/** The next day proposed after an outcome, before a person chooses another; null when nothing follows. */
export function proposeNextDue(outcome: Outcome, onDay: string): string | null {
  const { againAfterDays } = OUTCOME_RULES[outcome];
  return againAfterDays === null ? null : addDays(onDay, againAfterDays);
}

/** The way proposed for the next attempt: by phone until it has been in vain too often, then at the door. */
export function proposeMode(attempts: readonly AttemptFacts[], first: Mode): Mode {
  const real = standing(attempts);
  const wrongNumber = real.at(-1)?.outcome === "wrong_number";
  return first === "phone" && (wrongNumber || vainInRow(real) >= VAIN_BEFORE_VISIT) ? "visit" : first;
}

function dueAfter(real: readonly AttemptFacts[]): string | null {
  const last = real.at(-1)!;
  const rule = OUTCOME_RULES[last.outcome];
  if (rule.ends !== null) return last.outcome === "reached" ? last.nextDueOn : null;
  if (rule.vain && vainInRow(real) >= VAIN_BEFORE_END) return null;
  return last.nextDueOn ?? proposeNextDue(last.outcome, last.onDay);
}

function vainInRow(real: readonly AttemptFacts[]): number {
  const broken = real.findLastIndex(({ outcome }) => !OUTCOME_RULES[outcome].vain);
  return real.length - 1 - broken;
}
