import fc from "fast-check";
import { expect, test } from "vitest";
import { compareRecords, fieldsToRestore, filledFields, mergedFields, MERGED_FIELDS } from "./decide-merge.ts";
import type { PersonFields } from "./person.ts";

test("blanks are filled, what stands stays unless taken", () => {
  const [a, b] = [{ name: "王芳", sex: null, address: "一巷" }, { name: "王方", sex: "female" as const, address: null }];
  expect(mergedFields(a, b, new Set())).toEqual({ sex: { before: null, after: "female" } });
  expect(mergedFields(a, b, new Set(["name", "address"]))).toEqual({ name: { before: "王芳", after: "王方" }, sex: { before: null, after: "female" } });
  expect(filledFields(a, b)).toEqual({ sex: { before: null, after: "female" } });
});

test("a birth date brings its precision", () => {
  expect(mergedFields({ name: "甲" }, { name: "甲", birthOn: "1980-01-01", birthPrecision: "year" }, new Set())).toMatchObject({ birthPrecision: { before: null, after: "year" } });
});

test("every field stands in the comparison", () => expect(compareRecords({ name: "甲" }, { name: "乙" }).map(({ field }) => field)).toEqual([...MERGED_FIELDS]));

const fields = fc.record({
  name: fc.constantFrom("甲", "乙"), sex: fc.option(fc.constantFrom("female" as const, "male" as const)), address: fc.option(fc.constantFrom("一巷", "二巷")), ethnicity: fc.option(fc.constantFrom("白族", "汉族")),
}) as fc.Arbitrary<PersonFields>;

test("what a merge wrote and nobody changed goes back to what it was", () => {
  fc.assert(fc.property(fields, fields, fc.subarray([...MERGED_FIELDS]), (survivor, merged, take) => {
    const written = mergedFields(survivor, merged, new Set(take));
    const after = { ...survivor, ...Object.fromEntries(Object.entries(written).map(([field, { after }]) => [field, after])) } as PersonFields;
    expect({ ...after, ...fieldsToRestore(after, written) }).toEqual(survivor);
  }));
});

test("what somebody changed since stays", () => expect(fieldsToRestore({ address: "三巷" }, { address: { before: null, after: "二巷" } })).toEqual({}));
