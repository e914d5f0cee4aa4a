import type { GroupLabel, HardRuleId, ScorePartId } from "./candidates/rules.ts";

/** The hard rules in the order they are shown; apart from the rules' code so that pages need not carry it. */
export const HARD_RULE_IDS = ["do_not_match", "eligible", "guardian_consent", "contraindication", "sex", "language", "distance", "age_gap", "hours"] as const satisfies readonly HardRuleId[];

/** What residents may be grouped by, in the order it is shown. */
export const GROUP_LABELS = ["community", "sex", "disability"] as const satisfies readonly GroupLabel[];

/** The parts of the score in the order they are shown. */
export const PART_IDS = ["hours", "travel", "age", "interests", "skills", "language", "continuity", "readiness"] as const satisfies readonly ScorePartId[];
