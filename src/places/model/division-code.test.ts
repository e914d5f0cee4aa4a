import { expect, test } from "vitest";
import { codeFault, kindOfCode, parentCode, readDivisionCode } from "./division-code.ts";

test.each([
  ["530100000000", "city", null, null], ["530103000000", "district", null, null], ["530103001000", "street", "street", null], ["530103001007", "community", "street", "residents"],
  ["530103101207", "community", "town", "villagers"], ["530103205000", "street", "township", null], ["530103405000", "street", "enterprise", null], ["530000000000", "province", null, null],
  ["530103000007", null, null, null], ["5301", null, null, null], ["000103001007", null, null, null],
])("%s is a %s", (code, level, township, committee) => expect(readDivisionCode(code)).toEqual({ level, township, committee }));

test("a code names its parent up to the city", () => {
  expect(["530103001007", "530103001000", "530103000000", "530100000000"].map(parentCode)).toEqual(["530103001000", "530103000000", "530100000000", null]);
});

test.each([
  ["530103001007", "community", "530103001000", null], ["530103001007", "community", null, null], ["530103001007", "street", null, "place.code_other_kind"],
  ["530103002007", "community", "530103001000", "place.code_outside_parent"], ["530103001000", "street", "530103000000", null], ["530103001000", "street", "530102000000", "place.code_outside_parent"],
  ["530110001000", "street", "530110000000", null], ["530103010007", "community", "530103010000", null], ["530103000000", "district", "530100000000", null], ["530203000000", "district", "530100000000", "place.code_outside_parent"],
  ["530103001007", "lane", null, "place.code_below_community"], ["53010300100", "community", null, "place.code_form"], ["530000000000", "city", null, "place.code_form"],
] as const)("%s for a %s in %s: %s", (code, kind, parent, fault) => expect(codeFault(code, kind, parent)).toBe(fault));

test("a list of code and name only still knows the kinds", () => expect(["530103001007", "530000000000", "x"].map(kindOfCode)).toEqual(["community", null, null]));
