import fc from "fast-check";
import { expect, test } from "vitest";
import { buildCandidates } from "../../candidates/build-candidates.ts";
import { DEFAULT_FAIRNESS } from "../../candidates/rules.ts";
import { orderByWaiting } from "../../candidates/serving-order.ts";
import { solve } from "../../solver/solve.ts";
import { GROUP_LABELS } from "../../rule-ids.ts";
import { aHelper, aResident, someHelpers, someResidents, someRules } from "../../testing/people.ts";
import { choiceOf, contextOf, priceChoices, settleRound } from "./round-fairness.ts";

test("rules that say nothing about fairness serve the hardest first, as ever", () => {
  fc.assert(fc.property(someResidents(10), someHelpers(8), (residents, helpers) => {
    const problem = buildCandidates(residents, helpers, someRules());
    const before = solve(problem, { order: orderByWaiting(residents, problem), seed: 1 });
    const { answer, proven, options } = settleRound(problem, { seed: 1 }, residents);
    expect([[...answer.chosen], answer.cost, proven, options.order]).toEqual([[...before.chosen], before.cost, true, orderByWaiting(residents, problem)]);
  }), { numRuns: 150 });
});

test("every choice is proven on rounds of people, and each has its price", () => {
  fc.assert(fc.property(someResidents(10), someHelpers(8), fc.constantFrom(...GROUP_LABELS), fc.constantFrom(0, 5), fc.boolean(), (plain, helpers, groupBy, bandPoints, waitingFirst) => {
    const residents = plain.map((one, r) => ({ ...one, disability: (["4", "4", "5", null] as const)[r % 4]! }));
    const problem = buildCandidates(residents, helpers, someRules());
    const fairness = { ...DEFAULT_FAIRNESS, groupBy, bandPoints, waitingFirst };
    for (const mode of ["least_cost", "hardest_first", "leximin", "group_cap"] as const) expect(settleRound(problem, {}, residents, { ...fairness, mode }).proven).toBe(true);
    const { results, labels } = priceChoices(problem, {}, residents, fairness);
    expect(results.map(({ mode, proven, pairs }) => [mode, proven, pairs])).toEqual(["least_cost", "hardest_first", "leximin", "group_cap"].map((mode) => [mode, true, results[0]!.pairs]));
    for (const one of results) expect([one.extraCost >= 0, one.groups.length]).toEqual([true, labels.length]);
  }), { numRuns: 150 });
});

test("points become units of cost; a resident whose community is not known counts in no group", () => {
  expect(choiceOf({ ...DEFAULT_FAIRNESS, mode: "leximin" })).toEqual({ mode: "leximin", bandWidth: 500, orderFirst: false });
  expect(choiceOf({ ...DEFAULT_FAIRNESS, mode: "leximin", bandPoints: 0 })).toEqual({ mode: "leximin", bandWidth: 1, orderFirst: false });
  const residents = [aResident({ id: "a" }), aResident({ id: "b", place: { communityId: "unknown:b" } }), aResident({ id: "c", place: { communityId: "北市" } })];
  const problem = buildCandidates(residents, [aHelper({ id: "h" })], someRules());
  const { labels, groups } = contextOf(residents, problem, DEFAULT_FAIRNESS);
  expect([labels, [...groups.of], groups.count]).toEqual([["北市", "金沙"], [1, -1, 0], 2]);
});
