import { expect, test } from "vitest";
import { ageDayOf, type Criteria } from "./criteria.ts";
import { homeboundYouth } from "./default-segments.ts";
import { criteriaOf, formOf, SegmentForm } from "./segment-form.ts";

const read = (values: object) => criteriaOf(SegmentForm.parse({ name: "甲", ...values }));

test.each<[string, Criteria]>([
  ["everything", { longAtHome: true, age: { fromYears: 16, toYears: 45, countedOn: { kind: "fixed", on: "2021-06-30" } }, sex: "female", disabilityTypes: [5, 6], disabilityGrades: [1],
    communityIds: ["5f0c7a1e-8a53-4c0c-9e0e-0a1b2c3d4e5f"], employment: "未就业", notReachedDays: 90 }],
  ["the programme's own group", homeboundYouth("2021-06-30")],
  ["nothing", {}],
  ["old people on the day of looking", { longAtHome: false, age: { fromYears: 60, countedOn: { kind: "today" } } }],
])("what the form shows is what it sends: %s", (_name, criteria) => {
  expect(read(formOf(criteria))).toEqual(criteria);
});

test("one box ticked is a list of one", () => {
  expect(read({ types: "5" })).toEqual({ disabilityTypes: [5] });
});

test("ages the wrong way round and a fixed day without a day are refused at their fields", () => {
  const faults = (values: object) => SegmentForm.safeParse({ name: "甲", ...values }).error?.issues.map(({ path, message }) => [path.join("."), message]);
  expect(faults({ ageFrom: "45", ageTo: "16" })).toEqual([["ageTo", "segment.ages_reversed"]]);
  expect(faults({ ageFrom: "16", countedOn: "fixed" })).toEqual([["fixedDay", "segment.day_missing"]]);
  expect(faults({ countedOn: "fixed" })).toBeUndefined();
});

test("without a fixed day, ages are counted on the day of looking", () => {
  expect(ageDayOf({ longAtHome: true }, "2026-11-22")).toBe("2026-11-22");
  expect(ageDayOf(homeboundYouth("2021-06-30"), "2026-11-22")).toBe("2021-06-30");
});
