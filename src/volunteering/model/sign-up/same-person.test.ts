import { expect, test } from "vitest";
import { isTakenForSame } from "./same-person.ts";

const known = { name: "张三", birthOn: "1999-01-05", certain: false, reasons: ["name_birth", "name_phone"] };

test.each([
  [known, { name: "张三", birth: "1999-01-05" }, true],
  [known, { name: "张三", birth: "1999-01" }, true],
  [known, { name: "张三", birth: null }, true],
  [known, { name: "张三", birth: "2001-01" }, false],
  [known, { name: "章三", birth: "1999-01-05" }, false],
  [{ ...known, reasons: ["name_birth"] }, { name: "张三", birth: "1999-01-05" }, false],
  [{ ...known, certain: true, reasons: ["resident_id"] }, { name: "张三丰", birth: null }, true],
])("%o against %o: %s", (person, signUp, same) => {
  expect(isTakenForSame(person, signUp)).toBe(same);
});
