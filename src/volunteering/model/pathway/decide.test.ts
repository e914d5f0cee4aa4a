import { expect, test } from "vitest";
import { STRICTEST_AGE_BANDS } from "./age-bands.ts";
import { decideEvidence, decideExemption } from "./decide-fact.ts";
import { coversAllAges, decidePolicy } from "./decide-policy.ts";
import { friendPolicy, requirement } from "./default-policy.ts";
import type { Evidence } from "./fact.ts";

const TODAY = "2026-11-21";
const training = requirement("training", "training", "approval", { needed: 3, exemptable: true });
const appraisal = requirement("appraisal", "appraisal", "placement");

function evidence(more: Partial<Evidence> = {}): Omit<Evidence, "id"> {
  return { kind: "evidence", requirement: "training", on: TODAY, result: "met", quantity: 1, ...more };
}

test.each([
  [training, {}, true],
  [undefined, {}, "requirement_unknown"],
  [training, { on: "2026-11-22" }, "evidence_in_future"],
  [training, { lastValidOn: "2026-11-20" }, "ends_before_it_begins"],
  [training, { quantity: 4 }, "quantity_out_of_range"],
  [training, { placement: "reserve" }, "placement_with_appraisal_only"],
  [appraisal, { placement: "reserve" }, true],
  [appraisal, {}, "placement_with_appraisal_only"],
  [appraisal, { result: "refused" }, true],
] as const)("evidence about %o with %o: %s", (about, more, answer) => {
  const decision = decideEvidence(about, evidence(more), TODAY);
  expect(decision.allowed || decision.reason).toBe(answer);
});

test.each([
  [training, { on: TODAY, untilOn: "2027-01-01", reason: "社工师" }, true],
  [appraisal, { on: TODAY, untilOn: "2027-01-01", reason: "社工师" }, "not_exemptable"],
  [training, { on: TODAY, untilOn: "2027-01-01", reason: " " }, "reason_missing"],
  [training, { on: TODAY, untilOn: "2026-11-20", reason: "社工师" }, "ends_before_it_begins"],
  [training, { on: TODAY, untilOn: "2029-01-01", reason: "社工师" }, "exemption_too_long"],
] as const)("an exemption from %o with %o: %s", (from, exemption, answer) => {
  const decision = decideExemption(from, exemption, "2027-11-22");
  expect(decision.allowed || decision.reason).toBe(answer);
});

const first = friendPolicy("2026-01-01");
const next = { ...friendPolicy("2026-12-01"), version: 2 };

test.each([
  [next, true],
  [{ ...next, effectiveOn: "2026-11-20" }, "policy_in_past"],
  [{ ...next, requirements: [] }, "policy_without_approval"],
  [{ ...next, requirements: [...next.requirements, training] }, "requirement_twice"],
  [{ ...next, requirements: [training, { ...appraisal, stage: "service" as const }] }, "appraisal_places"],
  [{ ...next, ageBands: STRICTEST_AGE_BANDS.slice(1) }, "age_bands_leave_gap"],
])("a next version %#: %s", (policy, answer) => {
  const decision = decidePolicy([first], policy, TODAY);
  expect(decision.allowed || decision.reason).toBe(answer);
});

test("a version never takes effect before one that is there already", () => {
  expect(decidePolicy([first, { ...next, effectiveOn: "2027-01-01" }], { ...next, version: 3 }, TODAY)).toMatchObject({ reason: "policy_not_after_last" });
});

test("age bands follow one another from 0 upwards", () => {
  expect(coversAllAges(STRICTEST_AGE_BANDS)).toBe(true);
  expect(coversAllAges(STRICTEST_AGE_BANDS.filter(({ fromAge }) => fromAge !== 14))).toBe(false);
  expect(coversAllAges(STRICTEST_AGE_BANDS.slice(0, 3))).toBe(false);
});
