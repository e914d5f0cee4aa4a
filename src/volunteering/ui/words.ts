import type { Tone } from "#platform/ui/show/tone.ts";
import type { RequirementState } from "../model/pathway/requirement-state.ts";
import type { Status } from "../model/pathway/volunteer-status.ts";

/** The colour of each status, always beside its word. */
export const STATUS_TONES: Readonly<Record<Status, Tone>> = {
  prospect: "plain", applicant: "due", approved: "calm", service_team: "ok", reserve: "calm", lapsed: "late", removed: "plain",
};

/** The colour of each state of a requirement. */
export const STATE_TONES: Readonly<Record<RequirementState["state"], Tone>> = {
  met: "ok", exempt: "calm", missing: "plain", pending: "due", expired: "late", refused: "late", withdrawn: "late",
};

/** How a requirement is called: as the programme names it, else by its kind. */
export function requirementName(requirement: { readonly key: string; readonly kind: RequirementState["kind"]; readonly name?: string } | undefined, kinds: Readonly<Record<RequirementState["kind"], string>>, key: string): string {
  if (!requirement) return key in kinds ? kinds[key as RequirementState["kind"]] : key;
  return requirement.name || kinds[requirement.kind];
}
