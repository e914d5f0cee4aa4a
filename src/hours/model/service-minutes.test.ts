import fc from "fast-check";
import { expect, test } from "vitest";
import { serviceMinutes } from "./service-minutes.ts";

test("time between check-in and check-out counts without the way; before the check-out there is none", () => {
  expect(serviceMinutes({ fromAt: "2026-11-14T01:00:00Z", untilAt: "2026-11-14T03:30:00Z", travelMinutes: 40 })).toBe(110);
  expect(serviceMinutes({ fromAt: "2026-11-14T01:00:00Z", untilAt: null })).toBeNull();
  expect(serviceMinutes({ minutes: 120, travelMinutes: 40 })).toBe(120);
});

test("never below nothing and never more than a day", () => {
  fc.assert(fc.property(fc.integer({ min: -1e7, max: 1e7 }), fc.nat(720), (elapsed, travelMinutes) => {
    const fromAt = "2026-11-14T01:00:00Z";
    const minutes = serviceMinutes({ fromAt, untilAt: new Date(Date.parse(fromAt) + elapsed * 1000).toISOString(), travelMinutes })!;
    expect(minutes).toBeGreaterThanOrEqual(0);
    expect(minutes).toBeLessThanOrEqual(1440);
    expect(minutes * 60).toBeLessThanOrEqual(Math.max(0, elapsed - travelMinutes * 60));
  }));
});
