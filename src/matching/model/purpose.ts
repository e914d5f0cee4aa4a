import type { GroupLabel, HardRuleId } from "./candidates/rules.ts";
import { GROUP_LABELS, HARD_RULE_IDS } from "./rule-ids.ts";

/** Rules that read what is specially guarded: do-not-match notes, guardianship, what a resident must avoid for their health. */
const SECURED_RULES = ["do_not_match", "guardian_consent", "contraindication"] as const satisfies readonly HardRuleId[];

/** Everything guarded that a round could read: what those rules read, and the kind of disability, to see that none is left behind. */
const SECURED_FIELDS = [...SECURED_RULES, "disability"] as const;
export type SecuredField = (typeof SECURED_FIELDS)[number];

/**
 * What a round may be for (这一轮为了什么), and which guarded fields that allows it to read: a lasting friendship needs to know what would
 * do harm; one afternoon together does not need anybody's health; an estimate of hands needs nothing guarded.
 * Source: PIPL art. 6 (no more than the purpose needs) and art. 28 (sensitive data only for a stated purpose).
 */
export const ROUND_PURPOSES = {
  befriending: SECURED_FIELDS,
  gathering: ["do_not_match", "guardian_consent"],
  estimate: [],
} as const satisfies Record<string, readonly SecuredField[]>;
export type RoundPurpose = keyof typeof ROUND_PURPOSES;
export const PURPOSE_IDS = Object.keys(ROUND_PURPOSES) as [RoundPurpose, ...RoundPurpose[]];

/** The guarded fields a purpose allows; none without one. */
export function allowedSecured(purpose: RoundPurpose | null): readonly SecuredField[] {
  return purpose === null ? [] : ROUND_PURPOSES[purpose];
}

/** The hard rules that may be asked in a round of a purpose, in the order they are shown. */
export function rulesAllowed(purpose: RoundPurpose | null): HardRuleId[] {
  const allowed: readonly string[] = allowedSecured(purpose);
  return HARD_RULE_IDS.filter((rule) => !(SECURED_RULES as readonly string[]).includes(rule) || allowed.includes(rule));
}

/** What residents may be grouped by in a round of a purpose. */
export function groupsAllowed(purpose: RoundPurpose | null): GroupLabel[] {
  return GROUP_LABELS.filter((label) => label !== "disability" || allowedSecured(purpose).includes(label));
}
