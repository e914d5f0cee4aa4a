import { expect, test } from "vitest";
import { hindrancesOf, populationsOf } from "./rules.ts";

const OPEN = { minAge: null, maxAge: null, communityIds: [], populations: [] };
const WHO = { age: 62, communityId: "a", populations: populationsOf({ age: 62, disabled: false, homebound: true, carer: false }) };

test("an activity without limits takes everybody, also those of whom nothing is known", () => {
  expect(hindrancesOf(OPEN, { age: null, communityId: null, populations: new Set() })).toEqual([]);
});

test.each([
  [{ minAge: 60 }, []], [{ minAge: 63 }, ["too_young"]], [{ maxAge: 61 }, ["too_old"]], [{ minAge: 60, maxAge: 62 }, []],
  [{ communityIds: ["b"] }, ["other_community"]], [{ communityIds: ["b", "a"] }, []], [{ populations: ["carer"] }, ["other_population"]], [{ populations: ["carer", "elder"] }, []],
  [{ minAge: 70, communityIds: ["b"] }, ["too_young", "other_community"]],
] as const)("limits %j", (limits, hindrances) => {
  expect(hindrancesOf({ ...OPEN, ...limits } as never, WHO)).toEqual(hindrances);
});

test("where an age is asked and none is known, it must be asked first", () => {
  expect(hindrancesOf({ ...OPEN, minAge: 16 }, { ...WHO, age: null })).toEqual(["age_unknown"]);
});

test("somebody of 17 is a child, of 60 an elder, of 18 neither", () => {
  const of = (age: number) => [...populationsOf({ age, disabled: false, homebound: false, carer: false })];
  expect([of(17), of(18), of(59), of(60)]).toEqual([["child"], [], [], ["elder"]]);
});
