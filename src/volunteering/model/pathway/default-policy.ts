import { STRICTEST_AGE_BANDS } from "./age-bands.ts";
import type { PolicyVersion, Requirement, RequirementKind, Stage } from "./requirement.ts";

/**
 * The policy a new one-to-one programme (社区老友 kind) starts from: apply,
 * three training sessions and the certificate of no criminal record; then the
 * appraisal that places in the team or the reserve; then, before meeting
 * anybody, the agreement and the informed consent. An organisation changes it
 * by a version of its own. The days of validity are the organisation's choice,
 * not a rule of law.
 */
export function friendPolicy(effectiveOn: string): PolicyVersion {
  return {
    version: 1,
    effectiveOn,
    grandfathering: { rule: "none" },
    ageBands: STRICTEST_AGE_BANDS,
    unknownAge: "ask",
    requirements: [
      requirement("application", "application", "approval"),
      requirement("training", "training", "approval", { needed: 3, validDays: 1095, exemptable: true }),
      requirement("screening", "screening", "approval", { validDays: 1095 }),
      requirement("appraisal", "appraisal", "placement"),
      requirement("agreement", "agreement", "service", { validDays: 365 }),
      requirement("consent", "consent", "service"),
    ],
  };
}

/** A requirement that, unless said otherwise, needs one piece, never expires and knows no exemption. */
export function requirement(key: string, kind: RequirementKind, stage: Stage, more: Partial<Requirement> = {}): Requirement {
  return { key, kind, stage, needed: 1, validDays: null, exemptable: false, bindsAtOnce: false, ...more };
}
