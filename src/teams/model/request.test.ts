import fc from "fast-check";
import { expect, test } from "vitest";
import { NewSwap, NewTeam } from "./forms.ts";
import { decideRequest, overdueOf, REQUEST_STATES, type RequestStanding } from "./request.ts";

const step = (kind: "taken" | "handed_back" | "done" | "called_off", over = {}) => ({ kind, words: "", minutes: undefined as number | undefined, ...over });
const open: RequestStanding = { state: "open", memberId: null };
const taken: RequestStanding = { state: "taken", memberId: "a" };
const a = { memberId: "a", runs: false };
const lead = { memberId: "z", runs: true };

test("one taker; only they, or the lead for them, hand back or say done", () => {
  expect(decideRequest(step("taken"), open, "a", a)).toEqual({ allowed: true });
  expect(decideRequest(step("taken"), open, "b", a)).toMatchObject({ reason: "not_yours" });
  expect(decideRequest(step("taken"), open, "b", lead)).toEqual({ allowed: true });
  expect(decideRequest(step("taken"), taken, "z", lead)).toMatchObject({ reason: "taken_already" });
  expect(decideRequest(step("handed_back"), taken, "a", a)).toEqual({ allowed: true });
  expect(decideRequest(step("handed_back"), taken, "b", { memberId: "b", runs: false })).toMatchObject({ reason: "not_yours" });
  expect(decideRequest(step("done"), taken, "a", a)).toMatchObject({ reason: "minutes_missing" });
  expect(decideRequest(step("done", { minutes: 60 }), taken, "a", lead)).toEqual({ allowed: true });
  expect(decideRequest(step("done", { minutes: 60 }), open, "a", a)).toMatchObject({ reason: "not_taken" });
  expect(decideRequest(step("taken"), open, null, { memberId: null, runs: true })).toMatchObject({ reason: "member_missing" });
});

test("calling off wants words and somebody who runs the team; what is over stays over", () => {
  expect(decideRequest(step("called_off", { words: "女儿来了" }), open, null, a)).toMatchObject({ reason: "not_yours" });
  expect(decideRequest(step("called_off"), taken, null, lead)).toMatchObject({ reason: "words_missing" });
  expect(decideRequest(step("called_off", { words: "女儿来了" }), taken, null, lead)).toEqual({ allowed: true });
  for (const state of ["done", "called_off"] as const) for (const kind of ["taken", "handed_back", "done", "called_off"] as const) expect(decideRequest(step(kind, { words: "x", minutes: 5 }), { state, memberId: "a" }, "a", lead)).toMatchObject({ reason: "request_over" });
});

test("overdue: a request for today or tomorrow after four hours, any other from its day on; taken, once its day is over; done never", () => {
  const at = "2026-11-22T01:00:00.000Z";
  const of = (state: RequestStanding["state"], wantedOn: string, hours: number) => overdueOf({ state, wantedOn, at }, new Date(Date.parse(at) + hours * 3_600_000), "2026-11-22");
  expect(of("open", "2026-11-22", 3.9)).toBeNull();
  expect(of("open", "2026-11-23", 4)).toBe("untaken");
  expect(of("open", "2026-11-25", 12)).toBeNull();
  expect(of("open", "2026-11-21", 0)).toBe("untaken");
  expect(of("taken", "2026-11-21", 0)).toBe("unfinished");
  fc.assert(fc.property(fc.constantFrom(...REQUEST_STATES), fc.integer({ min: 0, max: 200 }), (state, hours) => {
    if (state === "done" || state === "called_off") expect(of(state, "2026-11-20", hours)).toBeNull();
  }));
});

test("a form's choice of whom to swap with holds a member, or a member and the shift in return", () => {
  const [shiftId, member, shift] = ["11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222", "33333333-3333-4333-8333-333333333333"];
  expect(NewSwap.parse({ shiftId, other: member })).toEqual({ shiftId, toMember: member, forShift: null });
  expect(NewSwap.parse({ shiftId, other: `${member}/${shift}` })).toEqual({ shiftId, toMember: member, forShift: shift });
  expect(NewTeam.safeParse({ name: "队", begunOn: "2026-11-22" }).success).toBe(false);
});
