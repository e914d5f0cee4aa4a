import fc from "fast-check";
import { expect, test } from "vitest";
import { someOptions, someProblem } from "../testing/problems.ts";
import type { FairnessChoice } from "./choice.ts";
import { comparePolicies } from "./compare-policies.ts";

const choices: FairnessChoice[] = [{ mode: "hardest_first" }, { mode: "leximin", bandWidth: 1, orderFirst: false }, { mode: "group_cap", capPoints: 5 }];

test("every choice has as many pairs, none is cheaper than least cost, none has a better worst pair than leximin", () => {
  fc.assert(fc.property(someProblem({ residents: 25, helpers: 12 }).chain((problem) => fc.record({ problem: fc.constant(problem), options: someOptions(problem) })), ({ problem, options }) => {
    const groups = { of: Int32Array.from(problem.wants, (_, r) => (r % 4) - 1), count: 3 };
    const order = { rank: Int32Array.from(problem.wants, (_, r) => r % 3), everyoneOnce: true };
    // A bonus for pairs kept counts when deciding, not when reporting: without it the two are the same.
    const results = comparePolicies(problem, { ...options, kept: [], keepBonus: 0 }, choices, { groups, order });
    expect(results.map(({ mode }) => mode)).toEqual(["least_cost", "hardest_first", "leximin", "group_cap"]);
    const [least, , leximin] = results;
    for (const one of results) {
      expect([one.pairs, one.proven]).toEqual([least!.pairs, true]);
      expect(one.extraCost).toBe(one.cost - least!.cost);
      expect(one.extraCost).toBeGreaterThanOrEqual(0);
      if (!options.locked?.length) expect(one.worst ?? 0).toBeGreaterThanOrEqual(leximin!.worst ?? 0);
      expect(one.groups.reduce((sum, { served }) => sum + served, 0)).toBeLessThanOrEqual(one.served);
    }
  }), { numRuns: 300 });
});

test("the price of evening out the worst is said in cost and as a share", () => {
  const problem = { wants: Int32Array.of(1, 1), capacity: Int32Array.of(1, 1), rowStart: Int32Array.of(0, 2, 4), helper: Int32Array.of(0, 1, 0, 1), cost: Int32Array.of(1, 8, 8, 14) };
  const groups = { of: Int32Array.of(0, -1), count: 1 };
  const [least, leximin] = comparePolicies(problem, {}, [{ mode: "leximin", bandWidth: 1, orderFirst: false }], { groups });
  expect(least).toMatchObject({ cost: 15, worst: 14, mean: 7.5, extraCost: 0, extraShare: 0, groups: [{ group: 0, residents: 1, served: 1, mean: 1 }] });
  expect(leximin).toMatchObject({ cost: 16, worst: 8, mean: 8, extraCost: 1, extraShare: 1 / 15, groups: [{ group: 0, residents: 1, served: 1, mean: 8 }] });
});

test("nobody at all: nothing to compare, nothing fails", () => {
  const none = new Int32Array(0);
  const results = comparePolicies({ wants: none, capacity: none, rowStart: Int32Array.of(0), helper: none, cost: none }, {}, choices, { groups: { of: none, count: 0 }, order: { rank: none, everyoneOnce: true } });
  expect(results.map(({ pairs, worst, extraShare, proven }) => [pairs, worst, extraShare, proven])).toEqual(Array.from({ length: 4 }, () => [0, null, null, true]));
});
