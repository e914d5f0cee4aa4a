import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "#kernel/calendar.ts";
import { checkCharacterOf, checkResidentId } from "./check-resident-id.ts";

const TODAY = "2026-11-22";

test.each([
  ["11010519491231002X", "1949-12-31", "female"],
  ["440524188001010014", "1880-01-01", "male"],
  ["53010319920308067x", "1992-03-08", "male"],
  ["５３０３２６１９６６１０１４９９７１", "1966-10-14", "male"],
  [" 530111193702117185", "1937-02-11", "female"],
  ["'530111193702117185", "1937-02-11", "female"],
  ["530111 19370211 7185", "1937-02-11", "female"],
] as const)("%s is right", (text, birthOn, sex) => {
  expect(checkResidentId(text, false, TODAY)).toMatchObject({ fault: null, birthOn, sex });
});

test.each([
  ["530102196105263431", false, "check_digit"],
  ["53010219610526343", false, "length"],
  ["5301021961052634312", false, "length"],
  ["5301021961052634O1", false, "characters"],
  ["530102196113263431", false, "birth_date"],
  ["530102196102303431", false, "birth_date"],
  ["530102299902203431", false, "birth_in_future"],
  ["530103200206107000", true, "turned_into_number"],
  ["530103200206107000", false, "turned_into_number"],
  ["5.30103E+17", false, "turned_into_number"],
  ["5.30103200206107E+17", false, "turned_into_number"],
] as const)("%s (a number: %s) has the fault %s", (text, numeric, fault) => {
  expect(checkResidentId(text, numeric, TODAY).fault).toBe(fault);
});

test("a text that ends in 000 and passes its check has lost nothing", () => {
  expect(checkResidentId("530111194411175000", false, TODAY).fault).not.toBe(null);
  const first17 = "53011119441117500";
  const good = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"].map((sequence) => `53011119441117${sequence}00`).find((digits) => checkCharacterOf(digits) === "0");
  expect(checkResidentId(`${good ?? first17}0`, false, TODAY).fault).toBe(good ? null : "turned_into_number");
});

test("fifteen digits are written out as eighteen", () => {
  expect(checkResidentId("110105491231002", false, TODAY)).toMatchObject({ id: "11010519491231002X", fault: null, upgraded: true });
});

const anId = fc.tuple(fc.integer({ min: 110_000, max: 829_999 }), fc.integer({ min: 0, max: 50_000 }), fc.integer({ min: 0, max: 999 })).map(([division, days, sequence]) => {
  const first17 = `${division}${addDays("1885-01-01", days).replaceAll("-", "")}${String(sequence).padStart(3, "0")}`;
  return first17 + checkCharacterOf(first17);
});

test("one digit changed is always found", () => {
  fc.assert(fc.property(anId, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (id, place, by) => {
    const changed = `${id.slice(0, place)}${(Number(id[place]) + by) % 10}${id.slice(place + 1)}`;
    expect(checkResidentId(id, false, TODAY).fault).toBe(null);
    expect(checkResidentId(changed, false, TODAY).fault).not.toBe(null);
  }));
});

test("two neighbours swapped are always found", () => {
  fc.assert(fc.property(anId, fc.integer({ min: 0, max: 15 }), (id, place) => {
    fc.pre(id[place] !== id[place + 1]);
    const swapped = id.slice(0, place) + id[place + 1] + id[place] + id.slice(place + 2);
    expect(checkResidentId(swapped, false, TODAY).fault).not.toBe(null);
  }));
});
