import fc from "fast-check";
import { expect, test } from "vitest";
import { bestByTrying, someOptions, someProblem } from "../testing/problems.ts";
import { type MatchProblem, candidateOf } from "./problem.ts";
import { solve } from "./solve.ts";
import { verify } from "./verify.ts";

test("equals the best of all answers, and its certificate holds", () => {
  fc.assert(fc.property(someProblem().chain((problem) => fc.record({ problem: fc.constant(problem), options: someOptions(problem) })), ({ problem, options }) => {
    const answer = solve(problem, options);
    expect(verify(problem, options, answer)).toBeNull();
    const best = bestByTrying(problem, options);
    expect({ pairs: answer.pairs, penalty: best.penaltyOf(answer.chosen), cost: best.costOf(answer.chosen) }).toEqual({ pairs: best.pairs, penalty: best.penalty, cost: best.cost });
  }), { numRuns: 4000 });
});

test("larger ones: the certificate alone proves them", () => {
  fc.assert(fc.property(someProblem({ residents: 60, helpers: 25, wants: 3, capacity: 6 }).chain((problem) => fc.record({ problem: fc.constant(problem), options: someOptions(problem) })), ({ problem, options }) => {
    expect(verify(problem, options, solve(problem, options))).toBeNull();
  }), { numRuns: 1500 });
});

test("the same seed gives the same answer, another seed one as good", () => {
  fc.assert(fc.property(someProblem({ residents: 20, helpers: 10, costs: 3 }), fc.nat(1000), (problem, seed) => {
    const first = solve(problem, { seed });
    expect([...solve(problem, { seed }).chosen]).toEqual([...first.chosen]);
    const other = solve(problem, { seed: seed + 1 });
    expect([other.pairs, other.cost]).toEqual([first.pairs, first.cost]);
  }), { numRuns: 300 });
});

test("a pair is kept unless moving it gains more than its bonus", () => {
  const problem = { wants: Int32Array.of(1), capacity: Int32Array.of(1, 1), rowStart: Int32Array.of(0, 2), helper: Int32Array.of(0, 1), cost: Int32Array.of(10, 15) };
  const kept = [{ resident: 0, helper: 1 }];
  expect([...solve(problem, { kept, keepBonus: 4 }).chosen]).toEqual([0]);
  expect([...solve(problem, { kept, keepBonus: 6 }).chosen]).toEqual([1]);
  expect(solve(problem, { kept, keepBonus: 6 }).cost).toBe(15);
});

test("first in line is served first, whatever it costs", () => {
  const problem = { wants: Int32Array.of(1, 1), capacity: Int32Array.of(1), rowStart: Int32Array.of(0, 1, 2), helper: Int32Array.of(0, 0), cost: Int32Array.of(1, 1_000_000) };
  expect([...solve(problem).chosen]).toEqual([0]);
  expect([...solve(problem, { order: { rank: Int32Array.of(1, 0), everyoneOnce: true } }).chosen]).toEqual([1]);
});

const none = Int32Array.of();
test.each([
  ["nobody at all", { wants: none, capacity: none, rowStart: Int32Array.of(0), helper: none, cost: none }],
  ["no helper", { wants: Int32Array.of(1, 2), capacity: none, rowStart: Int32Array.of(0, 0, 0), helper: none, cost: none }],
  ["no resident", { wants: none, capacity: Int32Array.of(3), rowStart: Int32Array.of(0), helper: none, cost: none }],
  ["capacities of zero", { wants: Int32Array.of(1), capacity: Int32Array.of(0), rowStart: Int32Array.of(0, 1), helper: Int32Array.of(0), cost: Int32Array.of(7) }],
])("%s: the empty answer, proven", (_, problem) => {
  const answer = solve(problem);
  expect([answer.pairs, answer.served, answer.cost, verify(problem, {}, answer)]).toEqual([0, 0, 0, null]);
});

test("costs at the integer limits and a claim of endless capacity stay exact", () => {
  const problem = { wants: Int32Array.of(1, 1), capacity: Int32Array.of(0x7fffffff, 1), rowStart: Int32Array.of(0, 2, 4), helper: Int32Array.of(0, 1, 0, 1), cost: Int32Array.of(0x7fffffff, -0x80000000, 0x7fffffff, 0x7ffffffe) };
  const answer = solve(problem);
  expect([answer.cost, verify(problem, {}, answer)]).toEqual([-1, null]);
});

/** Everybody suits everybody, at a cost by their numbers. */
function complete(residents: number, helpers: number, places: number, costOf: (r: number, h: number) => number): MatchProblem {
  const size = residents * helpers;
  return {
    wants: new Int32Array(residents).fill(1), capacity: new Int32Array(helpers).fill(places), rowStart: Int32Array.from({ length: residents + 1 }, (_, r) => r * helpers),
    helper: Int32Array.from({ length: size }, (_, e) => e % helpers), cost: Int32Array.from({ length: size }, (_, e) => costOf(Math.floor(e / helpers), e % helpers)),
  };
}

test.each([
  ["a million equal costs", complete(1000, 1000, 1, () => 5), 1000],
  ["products, the hardest for shortest paths", complete(150, 150, 1, (r, h) => (r + 1) * (h + 1)), 150],
  ["more residents than places", complete(120, 30, 3, (r, h) => (r + 7) * (h + 3) % 101), 90],
  ["points on a line", complete(200, 210, 1, (r, h) => Math.abs(r * r - h * 190)), 200],
])("%s, all with all, are proven best", (_, problem, pairs) => {
  const answer = solve(problem);
  expect([answer.pairs, verify(problem, {}, answer)]).toEqual([pairs, null]);
});

const square = { wants: Int32Array.of(1, 1), capacity: Int32Array.of(1, 1), rowStart: Int32Array.of(0, 1, 3), helper: Int32Array.of(0, 0, 1), cost: Int32Array.of(1, 1, 1) };
test.each([
  [{ locked: [{ resident: 0, helper: 1 }] }, "matching.lock_not_candidate"],
  [{ locked: [{ resident: 0, helper: 0 }], forbidden: [{ resident: 0, helper: 0 }] }, "matching.lock_forbidden"],
  [{ locked: [{ resident: 0, helper: 0 }, { resident: 1, helper: 0 }] }, "matching.lock_over_capacity"],
  [{ locked: [{ resident: 1, helper: 0 }, { resident: 1, helper: 1 }] }, "matching.lock_over_wants"],
  [{ locked: [{ resident: 1, helper: 0 }, { resident: 1, helper: 0 }] }, "matching.lock_repeated"],
  [{ order: { rank: Int32Array.of(0), everyoneOnce: false } }, "matching.problem_malformed"],
])("refuses %j by name", (options, reason) => {
  expect(() => solve(square, options)).toThrow(expect.objectContaining({ reason }));
});

test("refuses a bonus that would leave the integers", () => {
  const low = { ...square, cost: Int32Array.of(-2, 1, 1) };
  expect(() => solve(low, { kept: [{ resident: 0, helper: 0 }], keepBonus: 0x7fffffff })).toThrow(expect.objectContaining({ reason: "matching.costs_too_large" }));
});

test.each([
  { ...square, helper: Int32Array.of(0, 0, 2) },
  { ...square, helper: Int32Array.of(0, 1, 1) },
  { ...square, rowStart: Int32Array.of(0, 4, 3) },
  { ...square, cost: Int32Array.of(1) },
  { ...square, capacity: Int32Array.of(-1, 1) },
])("refuses a malformed problem", (problem) => {
  expect(() => solve(problem)).toThrow(expect.objectContaining({ reason: "matching.problem_malformed" }));
});

test("a lock is found by both its people", () => {
  expect([candidateOf(square, { resident: 1, helper: 1 }), candidateOf(square, { resident: 0, helper: 1 }), candidateOf(square, { resident: 9, helper: 1 })]).toEqual([2, -1, -1]);
});
