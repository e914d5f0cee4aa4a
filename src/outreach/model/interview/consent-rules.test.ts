import { expect, test } from "vitest";
import { decideConsentBy, needsGuardian, type Understanding } from "./consent-rules.ts";

test.each([
  [17, "alone", true], [18, "alone", false], [30, "with_support", false], [30, "guardian", true], [null, "alone", false], [null, "guardian", true],
] as const)("aged %s, deciding %s: needs a guardian %s", (ageYears, understanding, needed) => {
  expect(needsGuardian(ageYears, understanding as Understanding)).toBe(needed);
});

test("a minor's own yes is not enough, their own no is", () => {
  const minor = { ageYears: 16, understanding: "alone" } as const;
  expect(decideConsentBy(minor, { capacity: "self", answers: ["given", "refused"] })).toEqual({ allowed: false, reason: "guardian_needed" });
  expect(decideConsentBy(minor, { capacity: "self", answers: ["refused"] }).allowed).toBe(true);
  expect(decideConsentBy(minor, { capacity: "guardian", answers: ["given"] }).allowed).toBe(true);
  expect(decideConsentBy(minor, { capacity: "agent", answers: ["given"] }).allowed).toBe(false);
});
