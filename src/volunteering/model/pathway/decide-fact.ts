import type { Evidence } from "./fact.ts";
import type { Requirement } from "./requirement.ts";

export type FactDecision = { readonly allowed: true } | { readonly allowed: false; readonly reason: string; readonly field?: string };

const ALLOWED: FactDecision = { allowed: true };

/** What may be written down as evidence about a requirement: nothing of the future, nothing that ends before it begins. */
export function decideEvidence(requirement: Requirement | undefined, evidence: Omit<Evidence, "id">, today: string): FactDecision {
  if (!requirement) return refuse("requirement_unknown", "requirement");
  if (evidence.on > today) return refuse("evidence_in_future", "on");
  if (evidence.lastValidOn !== undefined && evidence.lastValidOn < evidence.on) return refuse("ends_before_it_begins", "lastValidOn");
  if (evidence.quantity < 1 || evidence.quantity > Math.max(requirement.needed, 1)) return refuse("quantity_out_of_range", "quantity");
  const places = requirement.kind === "appraisal" && evidence.result === "met";
  if (places !== (evidence.placement !== undefined)) return refuse("placement_with_appraisal_only", "placement");
  return ALLOWED;
}

/** The longest exemption (豁免) that may be granted at once, in days. It can be granted again, with a new reason. */
export const LONGEST_EXEMPTION_DAYS = 366;

/** An exemption needs a policy that allows it, a reason and a near end. */
export function decideExemption(requirement: Requirement | undefined, { on, untilOn, reason }: { on: string; untilOn: string; reason: string }, latestEnd: string): FactDecision {
  if (!requirement) return refuse("requirement_unknown", "requirement");
  if (!requirement.exemptable) return refuse("not_exemptable", "requirement");
  if (reason.trim() === "") return refuse("reason_missing", "reason");
  if (untilOn < on) return refuse("ends_before_it_begins", "untilOn");
  return untilOn > latestEnd ? refuse("exemption_too_long", "untilOn") : ALLOWED;
}

function refuse(reason: string, field: string): FactDecision {
  return { allowed: false, reason, field };
}
