import { z } from "zod";
import { addDays } from "#kernel/calendar.ts";
import { CASE_STAGES, type ApprovalStep, type CaseStage, type CaseState } from "./case.ts";

const Days = z.coerce.number().int().min(1).max(730);

/** How long a case may stand in each stage without a review. */
export const ReviewDays = z.object(Object.fromEntries(CASE_STAGES.map((stage) => [stage, Days])) as Record<CaseStage, typeof Days>);

/** One version of an organisation's own rules for its cases. */
export interface CasePolicy {
  /** 0 for what holds before the organisation has said anything. */
  readonly version: number;
  /** `YYYY-MM-DD`; holds from this day until the next version's. */
  readonly fromOn: string;
  /** Steps a supervisor has to approve. */
  readonly approvals: readonly ApprovalStep[];
  readonly reviewDays: Readonly<Record<CaseStage, number>>;
}

/** Linli's own proposal to begin with, not taken from a rule: closing is looked at by a second pair of eyes. Not verified (未核实). */
export const FIRST_POLICY: CasePolicy = {
  version: 0, fromOn: "2000-01-01", approvals: ["close"],
  reviewDays: { intake: 7, assessment: 30, planning: 14, intervention: 90, evaluation: 30, closing: 14 },
};

/** The version in force on a day. */
export function policyOn(versions: readonly CasePolicy[], day: string): CasePolicy {
  return versions.filter(({ fromOn }) => fromOn <= day).toSorted((a, b) => a.version - b.version).at(-1) ?? FIRST_POLICY;
}

/** By when somebody has to look at the case again; null once it is closed. */
export function reviewOn({ standing, stage, sinceOn, pausedUntil }: CaseState, policy: CasePolicy): string | null {
  if (standing === "closed") return null;
  return standing === "paused" ? pausedUntil : addDays(sinceOn, policy.reviewDays[stage]);
}
