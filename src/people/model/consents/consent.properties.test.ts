import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "#kernel/calendar.ts";
import { CONSENT_STATES, PURPOSES } from "../terms.ts";
import { allows, consentAt, consentsOn, declined, type ConsentFact } from "./consent.ts";
import { slowConsent } from "./testing/consent-oracle.ts";

const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays("2026-02-10", days));
const instant = fc.integer({ min: 0, max: 60 }).map((minutes) => `2026-03-01T${String(Math.floor(minutes / 60) + 8).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}:00.000000Z`);
const fact: fc.Arbitrary<ConsentFact> = fc.record({ purpose: fc.constantFrom(...PURPOSES.slice(0, 3)), state: fc.constantFrom(...CONSENT_STATES), fromOn: day, length: fc.option(fc.integer({ min: 1, max: 20 })), recordedAt: instant })
  .map(({ length, ...rest }) => ({ ...rest, untilOn: rest.state === "given" && length !== null ? addDays(rest.fromOn, length) : null }));

test("what holds at an instant is what a slow calendar of single days says", () => {
  fc.assert(fc.property(fc.array(fact, { maxLength: 12 }), fc.constantFrom(...PURPOSES.slice(0, 3)), day, instant, (facts, purpose, on, knownAt) => {
    expect(consentAt(facts, purpose, on, knownAt)).toBe(slowConsent(facts, purpose, on, knownAt));
  }), { numRuns: 4000 });
});

test("all purposes at once say the same as each alone; whoever declined is let into nothing by any other row of that purpose", () => {
  fc.assert(fc.property(fc.array(fact, { maxLength: 12 }), day, (facts, on) => {
    const all = consentsOn(facts, on);
    for (const purpose of PURPOSES) {
      expect(all.get(purpose)).toBe(consentAt(facts, purpose, on));
      if (declined(all.get(purpose))) expect(allows(purpose, all.get(purpose))).toBe(false);
    }
  }));
});

test("a withdrawal recorded now ends what holds now, whatever was said before", () => {
  fc.assert(fc.property(fc.array(fact, { maxLength: 12 }), (facts) => {
    const now: ConsentFact = { purpose: "contact", state: "withdrawn", fromOn: addDays("2026-02-10", 40), untilOn: null, recordedAt: "2026-04-01T00:00:00.000000Z" };
    expect(consentAt([...facts, now], "contact", now.fromOn)).toBe("withdrawn");
  }));
});
