import { expect, test } from "vitest";
import fc from "fast-check";
import { DAY_PARTS, readWeeklyHours, splitWeeklyHours } from "./weekly-hours.ts";

function sent(entries: readonly (readonly [string, string])[]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

test("ticked parts become hours", () => {
  expect(readWeeklyHours(sent([["free", "6-morning"], ["free", "7-evening"]]), "free").hours).toEqual([
    { weekday: 6, from: "08:00", to: "12:00" }, { weekday: 7, from: "18:30", to: "21:00" },
  ]);
});

test("exact hours take the place of the day's parts", () => {
  const read = readWeeklyHours(sent([["free", "6-morning"], ["free-6-from", "09:30"], ["free-6-to", "11:00"]]), "free");
  expect(read).toEqual({ hours: [{ weekday: 6, from: "09:30", to: "11:00" }], faults: [] });
});

test("hours half written or turned round are faults", () => {
  const read = readWeeklyHours(sent([["free-1-from", "09:30"], ["free-2-from", "11:00"], ["free-2-to", "09:00"]]), "free");
  expect(read).toEqual({ hours: [], faults: [{ weekday: 1 }, { weekday: 2 }] });
});

test("what was ticked comes back ticked", () => {
  const cell = fc.tuple(fc.integer({ min: 1, max: 7 }), fc.constantFrom(...Object.keys(DAY_PARTS))).map(([day, part]) => `${day}-${part}`);
  fc.assert(fc.property(fc.uniqueArray(cell), (cells) => {
    const { hours } = readWeeklyHours(sent(cells.map((value) => ["free", value])), "free");
    expect(splitWeeklyHours(hours).ticked.toSorted()).toEqual(cells.toSorted());
  }));
});
