import { expect, test } from "vitest";
import { fitsUnder, standsOn } from "./unit.ts";
import { UNIT_KINDS } from "./unit-kinds.ts";
import { stemOfName, unitMeant } from "./same-name.ts";

test("what lies in what", () => {
  expect([fitsUnder("community", "street"), fitsUnder("lane", "community"), fitsUnder("building", "lane"), fitsUnder("street", "city")]).toEqual([true, true, true, true]);
  expect([fitsUnder("street", "community"), fitsUnder("lane", "street"), fitsUnder("community", "community")]).toEqual([false, false, false]);
  for (const kind of UNIT_KINDS) expect(fitsUnder(kind, kind)).toBe(false);
});

test("a unit is gone on the day it ends", () => {
  const unit = { validFrom: "2020-01-01", validTo: "2024-07-01" };
  expect(["2019-12-31", "2020-01-01", "2024-06-30", "2024-07-01"].map((on) => standsOn(unit, on))).toEqual([false, true, true, false]);
});

test.each([["金沙社区居委会", "金沙"], ["金沙社区", "金沙"], ["金沙", "金沙"], ["社区", "社区"], [" 二 巷 ", "二巷"], ["和平村民委员会", "和平"]])("%s has the stem %s", (name, stem) => expect(stemOfName(name)).toBe(stem));

test("a name means one unit or none", () => {
  const units = [{ name: "金沙社区", aliases: ["沙沟"] }, { name: "月牙塘社区", aliases: [] }, { name: "东华社区", aliases: [] }, { name: "东华", aliases: [] }];
  expect(["金沙", "沙沟", "沙沟社区", "月牙塘社区居委会", "东华社区", "东华居委会", "西华"].map((name) => unitMeant(name, units)?.name ?? null)).toEqual(["金沙社区", "金沙社区", "金沙社区", "月牙塘社区", "东华社区", null, null]);
});
