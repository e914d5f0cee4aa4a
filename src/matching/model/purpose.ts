import type { HardRuleId } from "./candidates/rules.ts";
import { HARD_RULE_IDS } from "./rule-ids.ts";

/** Rules that read what is specially guarded: do-not-match notes, guardianship, what a resident must avoid for their health. */
export const SECURED_RULES = ["do_not_match", "guardian_consent", "contraindication"] as const satisfies readonly HardRuleId[];
export type SecuredRule = (typeof SECURED_RULES)[number];

/**
 * What a round may be for (这一轮为了什么), and which guarded fields that allows it to read: a lasting friendship needs to know what would
 * do harm; one afternoon together does not need anybody's health; an estimate of hands needs nothing guarded.
 * Source: PIPL art. 6 (no more than the purpose needs) and art. 28 (sensitive data only for a stated purpose).
 */
export const ROUND_PURPOSES = {
  befriending: SECURED_RULES,
  gathering: ["do_not_match", "guardian_consent"],
  estimate: [],
} as const satisfies Record<string, readonly SecuredRule[]>;
export type RoundPurpose = keyof typeof ROUND_PURPOSES;
export const PURPOSE_IDS = Object.keys(ROUND_PURPOSES) as [RoundPurpose, ...RoundPurpose[]];

/** The guarded fields a purpose allows; none without one. */
export function allowedSecured(purpose: RoundPurpose | null): readonly SecuredRule[] {
  return purpose === null ? [] : ROUND_PURPOSES[purpose];
}

/** The hard rules that may be asked in a round of a purpose, in the order they are shown. */
export function rulesAllowed(purpose: RoundPurpose | null): HardRuleId[] {
  const allowed: readonly HardRuleId[] = allowedSecured(purpose);
  return HARD_RULE_IDS.filter((rule) => !(SECURED_RULES as readonly HardRuleId[]).includes(rule) || allowed.includes(rule));
}
