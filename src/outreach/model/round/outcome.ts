import { z } from "zod";

/** How somebody is reached: by phone interview (电话访问), home visit (入户), or through somebody who knows them (滚雪球). */
export const Mode = z.enum(["phone", "visit", "snowball"]);
export type Mode = z.infer<typeof Mode>;

/** What came of one attempt (联系结果). */
export const Outcome = z.enum([
  "reached", "appointment", "no_answer", "busy", "wrong_number", "not_at_home", "in_hospital", "needs_interpreter", "moved",
  "refused_for_now", "refused_for_good", "deceased",
]);
export type Outcome = z.infer<typeof Outcome>;

/** How a member's part in a round ended. */
export type EndedAs = "reached" | "refused" | "moved" | "deceased" | "not_reached" | "round_closed";

/** What follows from an outcome. */
export interface OutcomeRule {
  /** Modes in which it can happen. */
  readonly modes: readonly Mode[];
  /** Days until the next attempt when nobody chooses another day; null when none follows. */
  readonly againAfterDays: number | null;
  /** The member's part is over; null while it goes on. */
  readonly ends: EndedAs | null;
  /** The next day must be said, because somebody was promised it. */
  readonly asksDay?: true;
  /** Counts towards the vain attempts after which the round gives up. */
  readonly vain?: true;
}

const EVERY: readonly Mode[] = ["phone", "visit", "snowball"];

/** Working rules of this programme, not a standard: quick again after silence, a quarter's rest after 暂时不要, never again after 不要再联系. */
export const OUTCOME_RULES: Readonly<Record<Outcome, OutcomeRule>> = {
  reached: { modes: EVERY, againAfterDays: null, ends: "reached" },
  appointment: { modes: EVERY, againAfterDays: 3, ends: null, asksDay: true },
  no_answer: { modes: ["phone"], againAfterDays: 2, ends: null, vain: true },
  busy: { modes: ["phone"], againAfterDays: 1, ends: null, vain: true },
  wrong_number: { modes: ["phone"], againAfterDays: 3, ends: null, vain: true },
  not_at_home: { modes: ["visit", "snowball"], againAfterDays: 3, ends: null, vain: true },
  in_hospital: { modes: EVERY, againAfterDays: 14, ends: null },
  needs_interpreter: { modes: EVERY, againAfterDays: 7, ends: null },
  moved: { modes: EVERY, againAfterDays: null, ends: "moved" },
  refused_for_now: { modes: EVERY, againAfterDays: 90, ends: null },
  refused_for_good: { modes: EVERY, againAfterDays: null, ends: "refused" },
  deceased: { modes: EVERY, againAfterDays: null, ends: "deceased" },
};

/** Vain attempts after which another way is proposed, and after which the round gives up. */
export const VAIN_BEFORE_VISIT = 3;
export const VAIN_BEFORE_END = 6;

/** The outcomes a mode can have, in the order in which they are offered. */
export const outcomesOf = (mode: Mode): Outcome[] => Outcome.options.filter((outcome) => OUTCOME_RULES[outcome].modes.includes(mode));
