import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "#kernel/calendar.ts";
import { badgeNumber, badgeState, mayLastUntil, NewPrint, stillIs } from "./badge.ts";

const TODAY = "2026-11-23";

test.each([
  [{ validUntil: TODAY, withdrawnOn: null }, true, "valid"], [{ validUntil: TODAY, withdrawnOn: null }, false, "not_serving"],
  [{ validUntil: "2026-11-22", withdrawnOn: null }, true, "expired"], [{ validUntil: "2027-11-22", withdrawnOn: "2026-11-01" }, true, "withdrawn"],
] as const)("%j, serving %s: %s", (badge, serving, state) => {
  expect(badgeState(badge, serving, TODAY)).toBe(state);
});

test("a badge is never valid past its last day, after a withdrawal, or for somebody who does not serve", () => {
  fc.assert(fc.property(fc.integer({ min: -400, max: 400 }), fc.boolean(), fc.boolean(), (days, serving, withdrawn) => {
    const state = badgeState({ validUntil: addDays(TODAY, days), withdrawnOn: withdrawn ? TODAY : null }, serving, TODAY);
    expect(state === "valid").toBe(days >= 0 && serving && !withdrawn);
  }));
});

test.each([
  ["lead", "lead", true], ["lead", "member", false], ["deputy", "lead", false], ["member", "lead", true], ["member", undefined, false], ["volunteer", "volunteer", true], ["helper", undefined, false],
] as const)("the paper says %s, and today they are %s: %s", (printed, now, still) => {
  expect(stillIs(printed, now)).toBe(still);
});

test("it lasts from today for three years at most; its number holds nothing of a person", () => {
  expect([addDays(TODAY, -1), TODAY, addDays(TODAY, 1096), addDays(TODAY, 1097)].map((day) => mayLastUntil(day, TODAY))).toEqual([false, true, true, false]);
  expect(badgeNumber(2026, () => 0)).toBe("2026-2222-2222");
});

test("one person or many, and of what", () => {
  const id = "0191d2a0-0000-7000-8000-00000000ffff";
  expect(NewPrint.parse({ of: `team:${id}`, person: id, validUntil: TODAY })).toEqual({ of: { source: "team", id }, person: [id], validUntil: TODAY });
  expect(NewPrint.safeParse({ of: `house:${id}`, person: id, validUntil: TODAY }).success).toBe(false);
});
