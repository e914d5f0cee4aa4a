import { expect, test } from "vitest";
import { isForGood } from "./apart.ts";
import { decideCover, decideTalk, supervisionDueOn, type CoverFacts } from "./pair-life.ts";

const running = { state: "active" as const, beganOn: "2026-10-01" };
const cover = { helperId: "stand-in", fromOn: "2026-11-25", untilOn: "2026-12-05" };
const facts: CoverFacts = { state: "active", friendId: "friend", today: "2026-11-22", eligible: true, apart: null, others: [] };

test("a supervision talk is due thirty days after the last, or on the day agreed then; only for a pair at work", () => {
  expect(supervisionDueOn(running, undefined)).toBe("2026-10-31");
  expect(supervisionDueOn(running, { heldOn: "2026-11-10", nextOn: null })).toBe("2026-12-10");
  expect(supervisionDueOn(running, { heldOn: "2026-11-10", nextOn: "2026-11-24" })).toBe("2026-11-24");
  expect(supervisionDueOn({ ...running, state: "paused" }, undefined)).toBeNull();
  expect(supervisionDueOn({ state: "introduced", beganOn: null }, undefined)).toBeNull();
});

test("a talk is about what has begun, and not of tomorrow", () => {
  expect(decideTalk(running, "2026-11-22", "2026-11-22")).toEqual({ allowed: true });
  expect(decideTalk(running, "2026-11-23", "2026-11-22")).toMatchObject({ reason: "talk_in_future" });
  expect(decideTalk({ beganOn: null }, "2026-11-22", "2026-11-22")).toMatchObject({ reason: "not_begun" });
});

test("only an end that was about the two themselves parts them for good", () => {
  expect((["not_suited", "safeguarding", "moved_away", null] as const).map(isForGood)).toEqual([true, true, false, false]);
});

test("somebody stands in for a limited time, one at a time, who may serve and is not kept apart from the resident", () => {
  expect(decideCover(cover, facts)).toEqual({ allowed: true });
  expect(decideCover(cover, { ...facts, state: "ended" })).toMatchObject({ reason: "cover_not_running" });
  expect(decideCover({ ...cover, helperId: "friend" }, facts)).toMatchObject({ reason: "same_helper" });
  expect(decideCover({ ...cover, untilOn: "2026-11-24" }, facts)).toMatchObject({ reason: "cover_ends_before_it_starts" });
  expect(decideCover({ ...cover, fromOn: "2026-11-01", untilOn: "2026-11-02" }, facts)).toMatchObject({ reason: "cover_in_past" });
  expect(decideCover({ ...cover, untilOn: "2027-02-01" }, facts)).toMatchObject({ reason: "cover_too_long" });
  expect(decideCover(cover, { ...facts, eligible: false })).toMatchObject({ reason: "helper_not_eligible" });
  expect(decideCover(cover, { ...facts, apart: "do_not_match" })).toMatchObject({ reason: "do_not_match" });
  expect(decideCover(cover, { ...facts, apart: "noted_apart", eligible: false })).toMatchObject({ reason: "noted_apart" });
  expect(decideCover(cover, { ...facts, others: [{ ...cover, pairId: "p", fromOn: "2026-12-05", untilOn: "2026-12-06" }] })).toMatchObject({ reason: "cover_overlaps" });
});
