import { expect, test } from "vitest";
import { decideStep, dueOn, enquiryStatus, type EventKind } from "./enquiry.ts";

test("an urgent call is due the same day, another within three days", () => {
  expect(dueOn("2026-11-30", true)).toBe("2026-11-30");
  expect(dueOn("2026-11-30", false)).toBe("2026-12-03");
});

test.each<[EventKind[], string]>([
  [[], "new"], [["taken"], "taken"], [["not_reached"], "new"], [["taken", "not_reached"], "taken"],
  [["taken", "contacted"], "contacted"], [["contacted", "closed"], "closed"], [["closed", "reopened"], "taken"],
])("%o is %s", (kinds, status) => {
  expect(enquiryStatus(kinds.map((kind) => ({ kind })))).toBe(status);
});

test("a closed enquiry takes no step but its reopening, and closing wants a reason", () => {
  const step = (kind: EventKind) => ({ kind, reason: null, personId: null });
  expect(decideStep("closed", step("contacted"))).toEqual({ allowed: false, reason: "closed" });
  expect(decideStep("closed", step("reopened"))).toEqual({ allowed: true });
  expect(decideStep("taken", step("reopened"))).toEqual({ allowed: false, reason: "not_closed" });
  expect(decideStep("taken", step("closed"))).toEqual({ allowed: false, reason: "reason_missing" });
  expect(decideStep("taken", step("linked"))).toEqual({ allowed: false, reason: "person_missing" });
  expect(decideStep("taken", { kind: "closed", reason: "answered", personId: null })).toEqual({ allowed: true });
});
