import fc from "fast-check";
import { expect, test } from "vitest";
import { CLOSING, decideClosing } from "./closing.ts";

const today = "2026-11-22";
const wish = { closedOn: today, reason: "too_few" as const, words: "" };
const team = { closed: null, sinceOn: "2026-01-10" };
const nothing = { requests: 0, elders: 0, turns: 0 };

test("a team closes on a day of its own time, with words where no reason fits", () => {
  expect(decideClosing(wish, team, nothing, today)).toEqual({ allowed: true });
  expect(decideClosing({ ...wish, closedOn: "2026-01-10" }, team, nothing, today)).toEqual({ allowed: true });
  expect(decideClosing({ ...wish, closedOn: "2026-01-09" }, team, nothing, today)).toMatchObject({ reason: "before_beginning" });
  expect(decideClosing({ ...wish, closedOn: "2026-11-23" }, team, nothing, today)).toMatchObject({ reason: "in_future" });
  expect(decideClosing({ ...wish, reason: "other" }, team, nothing, today)).toMatchObject({ reason: "words_missing" });
  expect(decideClosing(wish, { ...team, closed: { closedOn: today, reason: "merged", words: "", byName: "林晓禾" } }, nothing, today)).toMatchObject({ reason: "closed_already" });
});

test("never while somebody waits", () => {
  const count = fc.integer({ min: 0, max: 3 });
  fc.assert(fc.property(fc.constantFrom(...CLOSING), fc.record({ requests: count, elders: count, turns: count }), (reason, open) => {
    expect(decideClosing({ ...wish, reason, words: "说明" }, team, open, today).allowed).toBe(Object.values(open).every((one) => one === 0));
  }));
});
