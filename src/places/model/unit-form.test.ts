import { expect, test } from "vitest";
import { UnitForm } from "./unit-form.ts";

test("reads a form: names parted, numbers read, blanks left out", () => {
  expect(UnitForm.parse({ name: "金沙社区", aliases: "沙沟、 金沙，", longitude: "102.7", latitude: "25" })).toEqual({ name: "金沙社区", aliases: ["沙沟", "金沙"], longitude: 102.7, latitude: 25 });
});

test.each([[{ longitude: "102" }], [{ longitude: "200", latitude: "1" }], [{ code: "53" }], [{ urbanRuralClass: "9" }], [{ name: "" }]])("refuses %o", (over) => {
  expect(UnitForm.safeParse({ name: "金沙社区", ...over }).success).toBe(false);
});
