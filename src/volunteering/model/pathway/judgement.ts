import { ageBandOn } from "./age-bands.ts";
import type { Evidence, Fact, Placement } from "./fact.ts";
import { isSatisfied, requirementState, type RequirementState } from "./requirement-state.ts";
import type { PolicyVersion, Requirement } from "./requirement.ts";

/** One file held against one version on one day. */
export interface Judgement {
  readonly requirements: readonly RequirementState[];
  readonly applied: boolean;
  readonly trained: boolean;
  /** Where the placement stage leads to, once it is complete; null before. */
  readonly placement: Placement | null;
  readonly accompanied: boolean;
}

/** The key of the guardian's consent, asked of minors whatever the policy lists. */
export const GUARDIAN_CONSENT = "guardian_consent";

export function judge(policy: PolicyVersion, file: { readonly birthOn: string | null; readonly facts: readonly Fact[] }, on: string): Judgement {
  const ofAge = requirementsOfAge(policy, file.birthOn, on);
  const states = policy.requirements.map((requirement) => requirementState(requirement, file.facts, on));
  const requirements = [...states, ...ofAge.map((rule) => rule.state ?? requirementState(rule.requirement, file.facts, on))];
  const trained = complete(requirements, "approval");
  return {
    requirements,
    applied: hasApplied(policy, file.facts, on),
    trained,
    placement: trained && complete(requirements, "placement") ? placementOf(policy, file.facts, on) : null,
    accompanied: bandOf(policy, file.birthOn, on)?.accompanied ?? false,
  };
}

function complete(states: readonly RequirementState[], stage: Requirement["stage"]): boolean {
  return states.every((state) => state.stage !== stage || isSatisfied(state));
}

/** An application, in whatever state, makes an applicant; without such a requirement any evidence does. */
function hasApplied(policy: PolicyVersion, facts: readonly Fact[], on: string): boolean {
  const keys = policy.requirements.filter(({ kind }) => kind === "application").map(({ key }) => key);
  return facts.some((fact) => fact.kind === "evidence" && fact.on <= on && (keys.length === 0 || keys.includes(fact.requirement)));
}

/** The latest appraisal decides; a policy that asks for none, or exempts from it, places in the service team. */
function placementOf(policy: PolicyVersion, facts: readonly Fact[], on: string): Placement {
  const keys = new Set(policy.requirements.filter(({ kind }) => kind === "appraisal").map(({ key }) => key));
  const last = facts.findLast((fact): fact is Evidence =>
    fact.kind === "evidence" && fact.result === "met" && fact.on <= on && keys.has(fact.requirement) && fact.placement !== undefined);
  return last?.placement ?? "service_team";
}

interface AgeRule {
  readonly requirement: Requirement;
  readonly state?: RequirementState;
}

/** What a person's age adds: a guardian's consent, or an end to the matter. */
function requirementsOfAge(policy: PolicyVersion, birthOn: string | null, on: string): AgeRule[] {
  const band = bandOf(policy, birthOn, on);
  if (birthOn === null) return policy.unknownAge === "adult" ? [] : [ageRule("missing")];
  if (!band || band.rule === "forbidden") return [ageRule("refused")];
  return band.rule === "guardian" ? [{ requirement: CONSENT_OF_GUARDIAN }] : [];
}

function bandOf(policy: PolicyVersion, birthOn: string | null, on: string) {
  return birthOn === null ? undefined : ageBandOn(policy.ageBands, birthOn, on);
}

function ageRule(state: "missing" | "refused"): AgeRule {
  const { key, kind, stage, needed } = AGE;
  return { requirement: AGE, state: { key, kind, stage, needed, have: 0, state, metOn: null, lastValidOn: null } };
}

const AGE: Requirement = { key: "age", kind: "age", stage: "approval", needed: 1, validDays: null, exemptable: false, bindsAtOnce: true };
const CONSENT_OF_GUARDIAN: Requirement = { ...AGE, key: GUARDIAN_CONSENT, kind: "guardian_consent" };
