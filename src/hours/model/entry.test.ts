import { expect, test } from "vitest";
import { decideCorrection, decideHours, entryState } from "./entry.ts";

const entry = { personId: "p", minutes: 60 as number | null, decision: null };
const by = { personIds: ["other"] };
const said = { happenedOn: "2026-11-01", travelMinutes: 0, title: "社区老友", place: "", recipient: "", content: "" };

test("only a confirmed and closed entry counts; the latest word decides", () => {
  expect(entryState({ minutes: 60, decision: null })).toBe("pending");
  expect(entryState({ minutes: null, decision: null })).toBe("open");
  expect(entryState({ minutes: null, decision: "confirmed" })).toBe("open");
  expect(entryState({ minutes: 60, decision: "confirmed" })).toBe("confirmed");
  expect(entryState({ minutes: 60, decision: "reopened" })).toBe("pending");
  expect(entryState({ minutes: null, decision: "withdrawn" })).toBe("withdrawn");
});

test("nobody decides about their own hours, whatever the record they stand under", () => {
  for (const kind of ["confirmed", "refused", "withdrawn", "reopened"] as const) expect(decideHours(entry, kind, { personIds: ["former", "p"] })).toEqual({ allowed: false, reason: "own_hours" });
  expect(decideCorrection({ ...entry, ...said }, { ...said, minutes: 90 }, { personIds: ["p"] })).toEqual({ allowed: false, reason: "own_hours" });
});

test("what nobody checked out of, what has no time and what was decided is not confirmed", () => {
  expect(decideHours(entry, "confirmed", by)).toEqual({ allowed: true });
  expect(decideHours({ ...entry, minutes: null }, "confirmed", by)).toMatchObject({ reason: "still_open" });
  expect(decideHours({ ...entry, minutes: 0 }, "confirmed", by)).toMatchObject({ reason: "no_time" });
  expect(decideHours({ ...entry, decision: "refused" }, "confirmed", by)).toMatchObject({ reason: "not_waiting" });
});

test("what stands on a certificate is taken back openly, never quietly reopened", () => {
  const confirmed = { ...entry, decision: "confirmed" as const };
  expect(decideHours(confirmed, "reopened", by, { certified: true })).toMatchObject({ reason: "on_certificate" });
  expect(decideHours(confirmed, "withdrawn", by, { certified: true })).toEqual({ allowed: true });
  expect(decideHours({ ...entry, decision: "withdrawn" }, "withdrawn", by)).toMatchObject({ reason: "over" });
  expect(decideHours(entry, "reopened", by)).toMatchObject({ reason: "not_confirmed" });
});

test("a correction changes something, and nothing that was taken back", () => {
  expect(decideCorrection({ ...entry, ...said }, { ...said, minutes: 60 }, by)).toMatchObject({ reason: "nothing_changed" });
  expect(decideCorrection({ ...entry, ...said, decision: "withdrawn" }, { ...said, minutes: 90 }, by)).toMatchObject({ reason: "over" });
});
