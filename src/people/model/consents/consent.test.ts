import { expect, test } from "vitest";
import { consentFaults, consentsOn, type ConsentFact, type NewConsent } from "./consent.ts";

const fact = (over: Partial<ConsentFact>): ConsentFact => ({ purpose: "contact", state: "given", fromOn: "2026-01-01", untilOn: null, recordedAt: "2026-01-01T00:00:00.000001Z", ...over });

test("what was never asked for is missing, not refused", () => expect(consentsOn([], "2026-11-22").has("contact")).toBe(false));

test("the latest day counts, then what was recorded last", () => {
  const trail = [fact({}), fact({ state: "withdrawn", fromOn: "2026-06-01" }), fact({ state: "given", fromOn: "2026-06-01", recordedAt: "2026-06-01T08:00:00.000001Z" })];
  expect(consentsOn(trail, "2026-05-31").get("contact")).toBe("given");
  expect(consentsOn(trail, "2026-06-01").get("contact")).toBe("given");
  expect(consentsOn(trail.slice(0, 2), "2026-06-01").get("contact")).toBe("withdrawn");
});

test("a consent ends on the day it was given until", () => {
  expect(consentsOn([fact({ untilOn: "2026-06-01" })], "2026-05-31").get("contact")).toBe("given");
  expect(consentsOn([fact({ untilOn: "2026-06-01" })], "2026-06-01").get("contact")).toBe("expired");
});

test("purposes do not speak for each other", () => {
  const held = consentsOn([fact({}), fact({ purpose: "photograph", state: "refused" })], "2026-11-22");
  expect([...held]).toEqual([["contact", "given"], ["photograph", "refused"]]);
});

const consent: NewConsent = { personId: "7f0f0a9e-3a51-4a06-9d5e-16d3d1c1a111", purpose: "contact", state: "given", capacity: "self", fromOn: "2026-01-01", channel: "paper" };
test.each([
  [{}, []], [{ capacity: "guardian" }, ["person.consent_by_whom"]], [{ capacity: "guardian", byName: "李梅" }, []], [{ fromOn: "2026-12-01" }, ["person.in_future"]],
  [{ untilOn: "2026-01-01" }, ["person.consent_ends_before"]], [{ state: "refused", untilOn: "2026-03-01" }, ["person.consent_end_only_given"]],
] as [Partial<NewConsent>, string[]][])("%o has the faults %o", (over, faults) => expect(consentFaults({ ...consent, ...over }, "2026-11-22").map(({ reason }) => reason)).toEqual(faults));
