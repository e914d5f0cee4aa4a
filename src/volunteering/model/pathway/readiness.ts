import type { RequirementKind } from "./requirement.ts";
import { isSatisfied, type RequirementState } from "./requirement-state.ts";

/**
 * Days it usually takes to bring in what is missing, by its kind: from asking for it to having it. The organisation's experience, no rule; signing and
 * placing are done on the day.
 */
const DAYS_TO_BRING: Readonly<Record<RequirementKind, number>> = {
  application: 0, interview: 3, training: 14, screening: 14, agreement: 0, consent: 0, insurance: 1, appraisal: 0, guardian_consent: 2, age: Number.POSITIVE_INFINITY,
};

/** How soon somebody of the team or the reserve could meet a person, and how fresh what they learned is. */
export interface Readiness {
  /** 0: today. What is missing is brought in side by side, so the longest counts. */
  readonly daysToActivate: number;
  /** Still in the reserve: placed in the service team first. */
  readonly toPlace: boolean;
  /** The day the training was complete; null where the policy asks for none or an exemption stands for it. */
  readonly trainedOn: string | null;
}

export function readinessOf(states: readonly RequirementState[], status: "service_team" | "reserve"): Readiness {
  const missing = states.filter((state) => !isSatisfied(state));
  return {
    daysToActivate: Math.max(0, ...missing.map(({ kind }) => DAYS_TO_BRING[kind])), toPlace: status === "reserve",
    trainedOn: states.find(({ kind }) => kind === "training")?.metOn ?? null,
  };
}
