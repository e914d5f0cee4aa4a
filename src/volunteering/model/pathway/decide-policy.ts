import type { AgeBand } from "./age-bands.ts";
import type { PolicyVersion } from "./requirement.ts";

export type PolicyDecision = { readonly allowed: true } | { readonly allowed: false; readonly reason: string; readonly field: string };

/**
 * Whether a version may follow those there are. It takes effect today or later
 * and after every earlier one: what was decided under the old terms stays so.
 */
export function decidePolicy(earlier: readonly PolicyVersion[], next: PolicyVersion, today: string): PolicyDecision {
  if (earlier.length > 0 && next.effectiveOn < today) return refuse("policy_in_past", "effectiveOn");
  if (earlier.some(({ effectiveOn }) => effectiveOn >= next.effectiveOn)) return refuse("policy_not_after_last", "effectiveOn");
  if (!next.requirements.some(({ stage }) => stage === "approval")) return refuse("policy_without_approval", "requirements");
  const keys = next.requirements.map(({ key }) => key);
  if (new Set(keys).size < keys.length) return refuse("requirement_twice", "requirements");
  if (next.requirements.some(({ kind, stage }) => kind === "appraisal" && stage !== "placement")) return refuse("appraisal_places", "requirements");
  return coversAllAges(next.ageBands) ? { allowed: true } : refuse("age_bands_leave_gap", "ageBands");
}

/** Bands follow one another from 0 without a gap or an overlap; the last has no upper end. */
export function coversAllAges(bands: readonly AgeBand[]): boolean {
  const sorted = [...bands].sort((a, b) => a.fromAge - b.fromAge);
  return sorted[0]?.fromAge === 0 && sorted.at(-1)?.toAge === null
    && sorted.slice(1).every(({ fromAge }, index) => fromAge === sorted[index]!.toAge);
}

function refuse(reason: string, field: string): PolicyDecision {
  return { allowed: false, reason, field };
}
