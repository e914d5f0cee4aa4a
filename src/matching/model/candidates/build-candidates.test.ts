import fc from "fast-check";
import { expect, test } from "vitest";
import { aHelper, aResident, anyRules, someHelpers, someResidents, someRules } from "../testing/people.ts";
import { buildCandidates } from "./build-candidates.ts";
import { orderByWaiting } from "./serving-order.ts";
import { mayPair, reasonsAgainst, securedRules } from "./rules.ts";
import { pairCost, scoreParts } from "./score.ts";

test("the index finds exactly the pairs a look at all of them finds", () => {
  fc.assert(fc.property(someResidents(8), someHelpers(8), anyRules, (residents, helpers, rules) => {
    const problem = buildCandidates(residents, helpers, rules);
    residents.forEach((resident, r) => {
      const found = [...problem.helper.subarray(problem.rowStart[r], problem.rowStart[r + 1])];
      expect(found).toEqual([...helpers.keys()].filter((h) => mayPair(resident, helpers[h]!, rules) === true));
      found.forEach((h, k) => expect(problem.cost[problem.rowStart[r]! + k]).toBe(pairCost(resident, helpers[h]!, rules)));
    });
  }), { numRuns: 2000 });
});

test("a pair is allowed exactly when no rule speaks against it, and its cost is the sum of its parts", () => {
  fc.assert(fc.property(someResidents(3), someHelpers(3), anyRules, (residents, helpers, rules) => {
    for (const resident of residents) for (const helper of helpers) {
      expect(mayPair(resident, helper, rules) === true).toBe(reasonsAgainst(resident, helper, rules).length === 0);
      const parts = scoreParts(resident, helper, rules);
      expect(parts.every(({ score }) => score >= 0 && score <= 1)).toBe(true);
      expect(parts.reduce((sum, part) => sum + part.cost, 0)).toBe(pairCost(resident, helper, rules));
    }
  }), { numRuns: 500 });
});

const saturday = { weekday: 6, fromMinute: 540, toMinute: 720 } as const;
const wanting = aResident({ id: "周", hours: [saturday], sexAsked: "female", languagesAsked: ["彝语"], contraindications: ["养狗"], doNotMatch: ["孙"] });
const fitting = { hours: [saturday], languages: ["彝语"], sex: "female" as const };
test.each([
  ["孙", {}, "do_not_match"],
  ["早", { eligible: null }, "not_eligible"],
  ["早", { eligible: { fromOn: "2027-01-01", untilOn: null } }, "eligible_later"],
  ["早", { eligible: { fromOn: "2020-01-01", untilOn: "2026-11-30" } }, "eligibility_over"],
  ["狗", { traits: ["养狗"] }, "contraindication"],
  ["男", { sex: "male" as const }, "sex"],
  ["汉", { languages: ["普通话"] }, "language"],
  ["远", { place: { communityId: "北市" } }, "distance_unknown"],
  ["晚", { hours: [{ weekday: 6, fromMinute: 690, toMinute: 900 } as const] }, "hours_too_short"],
  ["晚", { hours: [] }, "hours_none"],
])("%s with %j is excluded by %s", (id, some, key) => {
  const rules = someRules({ limits: { ...someRules().limits, unknownDistance: "refuse" } });
  expect(mayPair(wanting, aHelper({ id, ...fitting, ...some }), rules)).toMatchObject({ key });
  expect(mayPair(wanting, aHelper({ id: "好", ...fitting }), rules)).toBe(true);
});

test("what is near is told in metres", () => {
  const a = { communityId: "甲", lon: 102.7, lat: 25 };
  const rules = someRules({ hardRules: ["distance"], limits: { ...someRules().limits, maxMetres: 1000 } });
  expect(mayPair(aResident({ id: "r", place: a }), aHelper({ id: "h", place: { communityId: "乙", lon: 102.7, lat: 25.01 } }), rules)).toMatchObject({ params: { metres: 1112, maxMetres: 1000 } });
});

test("rules that read secured fields are named, so that a round may refuse them", () => {
  expect(securedRules(someRules())).toEqual(["do_not_match", "guardian_consent", "contraindication"]);
  expect(securedRules(someRules({ hardRules: ["hours", "sex"] }))).toEqual([]);
});

test("weights and limits out of range are refused", () => {
  expect(() => buildCandidates([], [], someRules({ weights: { ...someRules().weights, age: -1 } }))).toThrow(expect.objectContaining({ reason: "matching.weight_out_of_range" }));
  expect(() => buildCandidates([], [], someRules({ limits: { ...someRules().limits, maxMetres: Number.NaN } }))).toThrow(expect.objectContaining({ reason: "matching.limit_negative" }));
});

test("the longest wait comes first, then the fewest options; equals share a rank", () => {
  const residents = [["甲", "2025-01-01"], ["乙", "2024-01-01"], ["丙", "2025-01-01"], ["丁", null]].map(([id, since]) => aResident({ id: id!, waitingSinceOn: since ?? null }));
  const helpers = [aHelper({ id: "h" })];
  const problem = buildCandidates(residents, helpers, someRules({ hardRules: [] }));
  expect([...orderByWaiting(residents, problem).rank]).toEqual([1, 0, 1, 2]);
});
