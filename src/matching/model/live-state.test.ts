import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "#kernel/calendar.ts";
import { friendPolicy, requirement } from "#volunteering/model/pathway/default-policy.ts";
import type { Evidence, Exemption } from "#volunteering/model/pathway/fact.ts";
import { volunteerStatus } from "#volunteering/model/pathway/volunteer-status.ts";
import { liveState } from "./live-state.ts";
import { pairStatus, type PairEvent } from "./pair.ts";

const START = "2026-01-01";
const day = (days: number) => addDays(START, days);
const dayArb = fc.integer({ min: 0, max: 240 }).map(day);
const REQUIREMENTS = [
  requirement("application", "application", "approval"), requirement("screening", "screening", "approval", { validDays: 60, exemptable: true }),
  requirement("appraisal", "appraisal", "placement"), requirement("insurance", "insurance", "service", { validDays: 90, exemptable: true }), requirement("agreement", "agreement", "service", { validDays: 120 }),
];
const LATER = [...REQUIREMENTS.filter(({ key }) => key !== "agreement"), requirement("agreement", "agreement", "service", { validDays: 45, bindsAtOnce: true })];

const metArb: fc.Arbitrary<Evidence> = fc.record({ id: fc.uuid(), requirement: fc.constantFrom("screening", "insurance", "agreement"), on: dayArb })
  .map((fact) => ({ ...fact, kind: "evidence", result: "met", quantity: 1 }));
const exemptArb: fc.Arbitrary<Exemption> = fc.record({ id: fc.uuid(), requirement: fc.constantFrom("screening", "insurance"), on: dayArb, days: fc.integer({ min: 0, max: 40 }) })
  .map(({ days, ...fact }) => ({ ...fact, kind: "exemption", untilOn: addDays(fact.on, days), reason: "已预约办理" }));
const taken = (key: string): Evidence => ({ id: key, kind: "evidence", requirement: key, on: START, result: "met", quantity: 1, ...(key === "appraisal" && { placement: "service_team" as const }) });

test("in 10,000 random lives no pair is active one day past a lapsed requirement without a live exemption", () => {
  let active = 0;
  fc.assert(fc.property(fc.array(metArb, { maxLength: 9 }), fc.array(exemptArb, { maxLength: 3 }), dayArb, dayArb, dayArb, (met, exempt, activatedOn, changedOn, on) => {
    const versions = [{ ...friendPolicy(START), requirements: REQUIREMENTS }, { ...friendPolicy(changedOn), version: 2, requirements: LATER, grandfathering: { rule: "keep" as const } }].filter((one, index) => index === 0 || one.effectiveOn > START);
    const facts = [taken("application"), taken("appraisal"), ...met, ...exempt];
    const events: PairEvent[] = [{ kind: "proposed", on: START }, { kind: "activated", on: activatedOn }];
    const { mayServe } = volunteerStatus(versions, { birthOn: "1999-05-04", facts }, on);
    if (liveState(pairStatus(events, on)!.state, mayServe) !== "active") return;
    active += 1;
    for (const key of ["screening", "insurance", "agreement"]) {
      const changed = versions[1] !== undefined && on >= changedOn;
      const validDays = key === "screening" ? 60 : key === "insurance" ? 90 : changed ? 45 : 120;
      const proved = met.some((fact) => fact.requirement === key && fact.on <= on && on <= addDays(fact.on, validDays));
      const exempted = key !== "agreement" && exempt.some((fact) => fact.requirement === key && fact.on <= on && on <= fact.untilOn);
      expect(proved || exempted, `${key} on ${on}`).toBe(true);
    }
  }), { numRuns: 10_000 });
  expect(active).toBeGreaterThan(100);
});

test("a pair that has not begun, is paused or over is not suspended but what it is", () => {
  for (const state of ["asked", "introduced", "paused", "ended"] as const) expect(liveState(state, false)).toBe(state);
  expect(liveState("trial", false)).toBe("suspended");
  expect(liveState("active", true)).toBe("active");
});
