import fc from "fast-check";
import { expect, test } from "vitest";
import { type Note, readableNotes } from "./interview.ts";
import { decideRefusal, RefusalForm } from "./refusal.ts";
import { freePlaces, holdsPlace, inOrder, WAITING_ORDERS, type Waiting } from "./waiting.ts";

const waiting: fc.Arbitrary<Waiting> = fc.record({ volunteerId: fc.uuid(), since: fc.constantFrom("2026-11-01T01:00:00Z", "2026-11-02T01:00:00Z", "2026-11-03T01:00:00Z"), minutes: fc.integer({ min: 0, max: 3 }) });

test("the order is the same however the list came in, and nobody is lost", () => {
  fc.assert(fc.property(fc.uniqueArray(waiting, { selector: ({ volunteerId }) => volunteerId, maxLength: 8 }), fc.constantFrom(...WAITING_ORDERS), (list, order) => {
    const sorted = inOrder(order, list);
    expect(inOrder(order, [...list].reverse())).toEqual(sorted);
    expect(sorted).toHaveLength(list.length);
    for (const [index, one] of sorted.entries()) {
      const before = sorted[index - 1];
      if (before) expect(order === "most_time" ? before.minutes > one.minutes || (before.minutes === one.minutes && before.since <= one.since) : before.since <= one.since).toBe(true);
    }
  }));
});

test("who waits, was told no or has gone holds no place", () => {
  const application = (state: "met" | "pending" | "refused") => ({ requirements: [{ key: "application", kind: "application" as const, stage: "approval" as const, state, have: 1, needed: 1, metOn: null, lastValidOn: null }] });
  expect(holdsPlace({ status: "applicant", declined: false, ...application("met") })).toBe(true);
  expect(holdsPlace({ status: "applicant", declined: false, ...application("pending") })).toBe(false);
  expect(holdsPlace({ status: "applicant", declined: true, ...application("refused") })).toBe(false);
  expect(holdsPlace({ status: "removed", declined: false, ...application("met") })).toBe(false);
  expect([freePlaces(null, 9), freePlaces(3, 2), freePlaces(3, 5)]).toEqual([null, 1, 0]);
});

test("the second interviewer writes before reading the first; who decides reads both; others nothing", () => {
  const note = (accountId: string): Note => ({ accountId, byName: accountId, number: 1, impression: "suits", words: "…", at: "2026-11-01T01:00:00Z" });
  const [first, both] = [[note("a")], [note("a"), note("b")]];
  expect(readableNotes(first, ["a", "b"], { accountId: "b", decides: true })).toEqual([]);
  expect(readableNotes(first, ["a", "b"], { accountId: "a", decides: false })).toEqual(first);
  expect(readableNotes(both, ["a", "b"], { accountId: "b", decides: false })).toEqual(both);
  expect(readableNotes(both, ["a", "b"], { accountId: "c", decides: true })).toEqual(both);
  expect(readableNotes(both, ["a", "b"], { accountId: "c", decides: false })).toEqual([]);
});

test("a no has a reason that may be told, names the programme it points to, and is not said to those placed", () => {
  expect(RefusalForm.safeParse({}).error?.issues[0]?.message).toBe("volunteering.told_reason_missing");
  expect(RefusalForm.safeParse({ reasons: "full", offers: ["other_programme"] }).error?.issues[0]?.message).toBe("volunteering.other_programme_missing");
  expect(RefusalForm.parse({ reasons: "full" })).toMatchObject({ reasons: ["full"], offers: [] });
  expect(decideRefusal({ status: "reserve", declined: false })).toMatchObject({ reason: "placed_already" });
  expect(decideRefusal({ status: "applicant", declined: true })).toMatchObject({ reason: "already_declined" });
  expect(decideRefusal({ status: "approved", declined: false })).toEqual({ allowed: true });
});
