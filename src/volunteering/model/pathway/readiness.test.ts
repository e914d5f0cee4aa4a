import { expect, test } from "vitest";
import { readinessOf } from "./readiness.ts";
import type { RequirementState } from "./requirement-state.ts";

const state = (kind: RequirementState["kind"], is: RequirementState["state"], metOn: string | null = null): RequirementState => ({ key: kind, kind, stage: "service", state: is, have: 0, needed: 1, metOn, lastValidOn: null });

test("what is missing is brought in side by side: the longest counts; signing is done on the day", () => {
  expect(readinessOf([state("training", "met", "2026-05-01"), state("agreement", "missing"), state("consent", "missing")], "reserve")).toEqual({ daysToActivate: 0, toPlace: true, trainedOn: "2026-05-01" });
  expect(readinessOf([state("insurance", "expired"), state("screening", "expired")], "service_team")).toEqual({ daysToActivate: 14, toPlace: false, trainedOn: null });
  expect(readinessOf([state("training", "exempt")], "service_team")).toEqual({ daysToActivate: 0, toPlace: false, trainedOn: null });
});
