import { expect, test } from "vitest";
import { DisabilityForm, NewPersonForm, PersonForm, personOfForm } from "./person-form.ts";

test("blanks become nothing, a birth date carries its precision", () => {
  expect(PersonForm.parse({ name: " 张三 ", sex: "male", birthOn: "1990-05-14" })).toMatchObject({ name: "张三", sex: "male", birthOn: "1990-05-14", birthPrecision: "day", address: null, laneId: null });
  expect(PersonForm.parse({ name: "张三", birthPrecision: "year" })).toMatchObject({ birthOn: null, birthPrecision: null });
  expect(PersonForm.safeParse({ name: "张三", birthOn: "1990-02-30" }).success).toBe(false);
});

test("a form becomes a person with what hangs on them", () => {
  const fields = PersonForm.parse({ name: "张三" });
  const more = NewPersonForm.parse({ phone: "138 1234 5678", whose: "other", relation: "女儿", residentId: "11010519491231002X", longAtHome: "yes", role: "service_user" });
  expect(personOfForm(fields, more, "2026-11-22")).toMatchObject({
    contacts: [{ kind: "mobile", value: "13812345678", whose: "other", relation: "女儿" }], identifiers: [{ system: "resident_id", value: "11010519491231002X" }],
    situations: [{ kind: "long_at_home", value: "yes" }], roles: [{ role: "service_user", fromOn: "2026-11-22" }],
  });
  expect(personOfForm(fields, { phone: "0871-65548529" }, "2026-11-22").contacts).toMatchObject([{ kind: "landline", value: "0871-65548529", whose: "self" }]);
});

test("kind and grade are numbers of the standard or nothing", () => {
  expect(DisabilityForm.parse({ type: "4", grade: "2" })).toEqual({ type: 4, grade: 2, fromOn: null });
  expect(DisabilityForm.parse({})).toEqual({ type: null, grade: null, fromOn: null });
  expect(DisabilityForm.safeParse({ type: "8" }).success).toBe(false);
});
