import fc from "fast-check";
import { expect, test } from "vitest";
import { readFilter } from "./filter-query.ts";
import { writeFilter } from "./filter-address.ts";
import type { PersonFilter } from "./person-filter.ts";

test("reads what an address says and leaves out what does not fit", () => {
  const params = new URLSearchParams("q=zs&sex=female&ageFrom=16&ageTo=45&type=4&type=9&longAtHome=yes&phone=no&community=x&role=king&after=abc");
  expect(readFilter(params)).toEqual({ q: "zs", sex: "female", ageFrom: 16, ageTo: 45, longAtHome: "yes", hasPhone: false });
});

test("a filter survives its address", () => {
  const filter = fc.record({
    q: fc.constantFrom("张三", "zs", "5678"), sex: fc.constantFrom("female", "male"), ageFrom: fc.integer({ min: 0, max: 99 }), ageTo: fc.integer({ min: 0, max: 150 }),
    communityIds: fc.array(fc.uuid(), { minLength: 1, maxLength: 3 }), disabilityTypes: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), disabilityGrades: fc.subarray([1, 2, 3, 4], { minLength: 1 }),
    longAtHome: fc.constantFrom("yes", "no", "unknown"), hasPhone: fc.boolean(), living: fc.boolean(), role: fc.constantFrom("volunteer", "service_user"),
  }, { requiredKeys: [] }) as fc.Arbitrary<PersonFilter>;
  fc.assert(fc.property(filter, (given) => { expect(readFilter(writeFilter(given))).toEqual(given); }));
});
