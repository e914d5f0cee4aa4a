import fc from "fast-check";
import { expect, test } from "vitest";
import { FACES, pressesLeft, summarise, tooEarlyFor } from "./faces.ts";

const at = (clock: string) => new Date(`2026-12-02T${clock}:00+08:00`);

test.each([
  ["14:29", false, "not_yet"], ["14:30", false, null], ["16:00", false, null], ["16:00", true, "session_cancelled"],
] as const)("at %s, called off %s: %s", (clock, cancelled, why) => {
  expect(tooEarlyFor({ cancelled, onDay: "2026-12-02", fromMinute: 870 }, at(clock))).toBe(why);
});

test("as many presses as people, never fewer than none", () => {
  expect([{ present: 5, given: 0 }, { present: 5, given: 5 }, { present: 4, given: 5 }, { present: 0, given: 0 }].map(pressesLeft)).toEqual([5, 0, 0, 0]);
});

test("both kinds of answers count towards three, and every answer once", () => {
  const answer = fc.record({ face: fc.constantFrom(...FACES), words: fc.constantFrom("", "唱得高兴"), shared: fc.boolean() });
  fc.assert(fc.property(fc.array(answer, { maxLength: 12 }), (answers) => {
    const { feedback, answers: all, shared } = summarise(answers);
    expect([all, shared]).toEqual([answers.length, answers.filter((one) => one.shared).length]);
    expect(feedback === null).toBe(answers.length < 3);
    if (feedback) expect(feedback.faces.good + feedback.faces.fair + feedback.faces.poor).toBe(answers.length);
  }));
});
