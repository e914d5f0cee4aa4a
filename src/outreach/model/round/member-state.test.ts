import { expect, test } from "vitest";
import fc from "fast-check";
import { memberState, proposeMode, standing, type AttemptFacts } from "./member-state.ts";
import { Outcome, OUTCOME_RULES } from "./outcome.ts";

const OPENS = "2026-11-01";
let number = 0;
const tried = (outcome: Outcome, onDay: string, more: Partial<AttemptFacts> = {}): AttemptFacts => ({ number: ++number, mode: "phone", outcome, onDay, nextDueOn: null, corrects: null, ...more });

test("nobody tried: due on the day the round opens", () => {
  expect(memberState([], OPENS)).toMatchObject({ nextDueOn: OPENS, attemptCount: 0, endedOn: null });
});

test("no answer comes back in two days, or on the day chosen", () => {
  expect(memberState([tried("no_answer", "2026-11-03")], OPENS).nextDueOn).toBe("2026-11-05");
  expect(memberState([tried("no_answer", "2026-11-03", { nextDueOn: "2026-11-09" })], OPENS).nextDueOn).toBe("2026-11-09");
});

test("six vain attempts in a row end it, something else in between starts the count again", () => {
  const vain = (count: number) => Array.from({ length: count }, (_, index) => tried("no_answer", `2026-11-${String(index + 3).padStart(2, "0")}`));
  expect(memberState(vain(5), OPENS).endedAs).toBeNull();
  expect(memberState(vain(6), OPENS)).toMatchObject({ endedAs: "not_reached", nextDueOn: null });
  expect(memberState([...vain(3), tried("in_hospital", "2026-11-07"), ...vain(3)], OPENS).endedAs).toBeNull();
});

test("reached ends it unless a day was agreed, and stays reached", () => {
  expect(memberState([tried("reached", "2026-11-03")], OPENS)).toMatchObject({ endedAs: "reached", reachedOn: "2026-11-03", nextDueOn: null });
  const again = [tried("reached", "2026-11-03", { nextDueOn: "2026-11-10" })];
  expect(memberState(again, OPENS)).toMatchObject({ endedAs: null, reachedOn: "2026-11-03", nextDueOn: "2026-11-10" });
  expect(memberState([...again, tried("no_answer", "2026-11-10")], OPENS)).toMatchObject({ reachedOn: "2026-11-03", nextDueOn: "2026-11-12" });
});

test("a correction takes the place of what it corrects", () => {
  const wrong = tried("deceased", "2026-11-03");
  const right = tried("no_answer", "2026-11-03", { corrects: wrong.number });
  expect(memberState([wrong, right], OPENS)).toMatchObject({ attemptCount: 1, lastOutcome: "no_answer", endedAs: null });
  const later = tried("reached", "2026-11-06");
  expect(standing([wrong, later, { ...right, number: later.number + 1 }]).map(({ outcome }) => outcome)).toEqual(["no_answer", "reached"]);
});

test("after three vain calls or a wrong number, a visit is proposed", () => {
  const calls = [tried("no_answer", "2026-11-03"), tried("busy", "2026-11-05")];
  expect(proposeMode(calls, "phone")).toBe("phone");
  expect(proposeMode([...calls, tried("no_answer", "2026-11-06")], "phone")).toBe("visit");
  expect(proposeMode([tried("wrong_number", "2026-11-03")], "phone")).toBe("visit");
  expect(proposeMode([], "snowball")).toBe("snowball");
});

test("whatever happened, somebody is either due or done", () => {
  const attempt = fc.record({ outcome: fc.constantFrom(...Outcome.options), nextDueOn: fc.constantFrom(null, "2026-12-01"), corrected: fc.boolean() });
  fc.assert(fc.property(fc.array(attempt, { maxLength: 12 }), (list) => {
    const attempts = list.map(({ outcome, nextDueOn, corrected }, index): AttemptFacts =>
      ({ number: index + 1, mode: "phone", outcome, onDay: "2026-11-03", nextDueOn, corrects: corrected && index > 0 ? index : null }));
    const state = memberState(attempts, OPENS);
    expect(state.nextDueOn === null).toBe(state.endedAs !== null);
    expect(state.endedOn === null).toBe(state.endedAs === null);
    if (state.lastOutcome === "refused_for_good" || state.lastOutcome === "deceased") expect(state.nextDueOn).toBeNull();
    if (state.endedAs === "reached") expect(state.reachedOn).not.toBeNull();
  }));
});

test("every outcome either ends or says when to come back", () => {
  for (const rule of Object.values(OUTCOME_RULES)) expect(rule.ends === null).toBe(rule.againAfterDays !== null);
});
