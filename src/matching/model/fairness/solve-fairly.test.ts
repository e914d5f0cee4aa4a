import fc from "fast-check";
import { expect, test } from "vitest";
import type { MatchOptions, MatchProblem } from "../solver/problem.ts";
import { compareFair, judgeOf, worthsByTrying } from "../testing/fair-by-trying.ts";
import { someOptions, someProblem } from "../testing/problems.ts";
import type { FairnessChoice, Groups } from "./choice.ts";
import { optionsFor, solveFairly } from "./solve-fairly.ts";
import { verifyFairly } from "./verify-fairly.ts";

interface Case { readonly problem: MatchProblem; readonly options: MatchOptions; readonly groups: Groups }

const someCase = (size: Parameters<typeof someProblem>[0]): fc.Arbitrary<Case> => someProblem(size)
  .chain((problem) => fc.record({ problem: fc.constant(problem), options: someOptions(problem), of: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: problem.wants.length, maxLength: problem.wants.length }) }))
  .map(({ problem, options, of }) => ({ problem, options, groups: { of: Int32Array.from(of), count: 3 } }));

const small = { residents: 6, helpers: 5, capacity: 2 };
const someBand = fc.constantFrom(1, 3, 250_000);

function contextOf({ problem, options, groups }: Case) {
  return { groups, order: options.order ?? { rank: new Int32Array(problem.wants.length), everyoneOnce: true } };
}

test("least cost and hardest first are the answers of the solver itself", () => {
  fc.assert(fc.property(someCase(small), fc.constantFrom("least_cost", "hardest_first"), (some, mode) => {
    const context = contextOf(some);
    const fair = solveFairly(some.problem, some.options, { mode }, context);
    expect(verifyFairly(some.problem, some.options, { mode }, context, fair)).toBeNull();
    const staged = optionsFor(some.problem, some.options, { mode }, context);
    const [best] = worthsByTrying(some.problem, staged, Infinity, some.groups).sort((a, b) => b.pairs - a.pairs || a.penalty - b.penalty || a.cost - b.cost);
    const { pairs, penalty, cost } = judgeOf(some.problem, staged, 1, some.groups).worthOf([...fair.answer.chosen]);
    expect({ pairs, penalty, cost }).toEqual({ pairs: best!.pairs, penalty: best!.penalty, cost: best!.cost });
  }), { numRuns: 600 });
});

test("leximin: no answer has fewer of the worst, then of the next worst, and its proof holds", () => {
  fc.assert(fc.property(someCase(small), someBand, fc.boolean(), (some, bandWidth, orderFirst) => {
    const choice: FairnessChoice = { mode: "leximin", bandWidth, orderFirst };
    const context = contextOf(some);
    const fair = solveFairly(some.problem, some.options, choice, context);
    expect(verifyFairly(some.problem, some.options, choice, context, fair)).toBeNull();
    const staged = optionsFor(some.problem, some.options, choice, context);
    const [best] = worthsByTrying(some.problem, staged, bandWidth, some.groups).sort(compareFair);
    expect(compareFair(judgeOf(some.problem, staged, bandWidth, some.groups).worthOf([...fair.answer.chosen]), best!)).toBe(0);
  }), { numRuns: 3000 });
});

test("a cap: among the largest answers that serve the most, the cheapest that keeps it; else the smallest cap there is", () => {
  const seen = { kept: 0, notKept: 0 };
  fc.assert(fc.property(someCase(small), fc.constantFrom(0, 5, 20, 40, 100), (some, capPoints) => {
    const { problem, options, groups } = some;
    const choice: FairnessChoice = { mode: "group_cap", capPoints };
    const fair = solveFairly(problem, options, choice, { groups });
    expect(verifyFairly(problem, options, choice, { groups }, fair)).toBeNull();
    const staged = optionsFor(problem, options, choice, {});
    const worths = worthsByTrying(problem, staged, Infinity, groups);
    const largest = worths.filter(({ pairs }) => pairs === Math.max(...worths.map((one) => one.pairs)));
    const most = largest.filter(({ served }) => served === Math.max(...largest.map((one) => one.served)));
    const all = problem.wants.filter((n) => n > 0).length;
    const size = Array.from({ length: 3 }, (_, g) => problem.wants.filter((n, r) => n > 0 && groups.of[r] === g).length);
    // In hundredths of a point times all sizes, so that nothing is rounded.
    const excess = ({ without, served }: (typeof most)[number]) => Math.max(...size.map((n, g) => (n === 0 ? 0 : 100 * (without[g]! / n - (all - served) / all))), 0);
    const smallest = Math.max(capPoints, Math.min(...most.map(excess)));
    const best = Math.min(...most.filter((one) => excess(one) <= smallest + 1e-9).map(({ cost }) => cost));
    const got = judgeOf(problem, staged, 1, groups).worthOf([...fair.answer.chosen]);
    expect({ pairs: got.pairs, served: got.served, cost: got.cost }).toEqual({ pairs: most[0]!.pairs, served: most[0]!.served, cost: best });
    if (fair.proof.kind !== "cap") throw new Error("no cap");
    seen[fair.proof.kept ? "kept" : "notKept"]++;
    expect(fair.proof.kept).toBe(smallest <= capPoints + 1e-9);
    expect(fair.proof.points.numerator / fair.proof.points.denominator).toBeCloseTo(smallest, 6);
  }), { numRuns: 3000 });
  expect(Math.min(seen.kept, seen.notKept)).toBeGreaterThan(200);
});

test("larger ones: the proof alone", () => {
  const someChoice: fc.Arbitrary<FairnessChoice> = fc.oneof(
    fc.record({ mode: fc.constant("leximin" as const), bandWidth: fc.constantFrom(1, 2, 7, 25_000, 100_000), orderFirst: fc.boolean() }),
    fc.record({ mode: fc.constant("group_cap" as const), capPoints: fc.constantFrom(0, 3, 25) }),
  );
  fc.assert(fc.property(fc.oneof(someCase({ residents: 70, helpers: 30, wants: 3, capacity: 5 }), someCase({ residents: 90, helpers: 30, wants: 1, capacity: 3 })), someChoice, (some, choice) => {
    const context = contextOf(some);
    expect(verifyFairly(some.problem, some.options, choice, context, solveFairly(some.problem, some.options, choice, context))).toBeNull();
  }), { numRuns: 1500 });
});
