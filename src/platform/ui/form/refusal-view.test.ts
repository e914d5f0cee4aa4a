import { expect, test } from "vitest";
import { explain, faultsByField } from "./refusal-view.ts";

const TEXTS = { "visit.too_early": "走访不能早于 {day}", phone_wrong: "手机号应有 11 位" };

test("a reason is found whole or by what follows its dot, and takes its values", () => {
  expect(explain("visit.too_early", { day: "11月1日" }, TEXTS)).toBe("走访不能早于 11月1日");
  expect(explain("person.phone_wrong", undefined, TEXTS)).toBe("手机号应有 11 位");
  expect(explain("person.unheard_of", undefined, TEXTS)).toBeUndefined();
});

test("faults are told field by field", () => {
  const faults = faultsByField({ reason: "person.invalid", fields: [{ field: "phone", reason: "person.phone_wrong" }] }, TEXTS);
  expect([...faults]).toEqual([["phone", "手机号应有 11 位"]]);
});
