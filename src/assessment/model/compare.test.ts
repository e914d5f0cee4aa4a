import { expect, test } from "vitest";
import { answersOf, instrumentOf } from "../testing.ts";
import { offeredOn } from "./catalogue.ts";
import { compareTotals } from "./compare.ts";
import { scoreAssessment } from "./score.ts";
import { standingsOf } from "./standing.ts";

const who5 = instrumentOf("who5");
const of = (raw: number) => scoreAssessment(who5, answersOf(who5, (_values, index) => Math.min(5, Math.max(0, raw - index * 5))));

test.each([[10, 12, "better", false], [10, 13, "better", true], [13, 10, "worse", true], [10, 10, "same", false]] as const)("WHO-5 raw %i to %i is %s; matters: %s", (before, now, direction, matters) => {
  expect(compareTotals(who5, of(now), { version: 1, total: before * 4 })).toMatchObject({ difference: (now - before) * 4, direction, matters });
});

test("where more is worse, more is worse; where no source says, nobody says whether it matters", () => {
  const needs = instrumentOf("needs-person");
  expect(compareTotals(needs, scoreAssessment(needs, answersOf(needs, () => 2)), { version: 1, total: 5 })).toMatchObject({ difference: 15, direction: "worse", matters: null });
});

test("nothing is compared with another version, with nothing, or with what could not be scored", () => {
  expect(compareTotals(who5, of(10), { version: 2, total: 40 })).toBeNull();
  expect(compareTotals(who5, of(10), { version: 1, total: null })).toBeNull();
  expect(compareTotals(who5, of(10), undefined)).toBeNull();
  expect(compareTotals(who5, scoreAssessment(who5, { i1: 3 }), { version: 1, total: 40 })).toBeNull();
});

test("a newer version is offered from its day; the older stays for its records", () => {
  const newer = { ...who5, version: 2, validFromOn: "2027-01-01" };
  expect(offeredOn("2026-12-31", [who5, newer])).toEqual([who5]);
  expect(offeredOn("2027-01-01", [newer, who5])).toEqual([newer]);
});

test("a record stands until another names it or it is withdrawn", () => {
  const records = [{ id: "c", corrects: "a" }, { id: "b", corrects: null }, { id: "a", corrects: null }];
  expect(Object.fromEntries(standingsOf(records, new Set(["b"])))).toEqual({ a: "corrected", b: "withdrawn", c: "stands" });
});
