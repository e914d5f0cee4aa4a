import fc from "fast-check";
import { expect, test } from "vitest";
import { residentOfEach } from "../solver/problem.ts";
import type { MatchOptions, MatchProblem } from "../solver/problem.ts";
import { compareFair, judgeOf, worthsByTrying } from "../testing/fair-by-trying.ts";
import { someOptions, someProblem } from "../testing/problems.ts";
import type { FairnessChoice, FairnessContext } from "./choice.ts";
import { optionsFor, solveFairly, type FairAnswer } from "./solve-fairly.ts";
import { verifyFairly } from "./verify-fairly.ts";

const someChoice: fc.Arbitrary<FairnessChoice> = fc.oneof(
  fc.record({ mode: fc.constant("leximin" as const), bandWidth: fc.constantFrom(1, 4, 250_000), orderFirst: fc.boolean() }),
  fc.record({ mode: fc.constant("group_cap" as const), capPoints: fc.constantFrom(0, 10, 40) }),
);
const solved = () => someProblem({ residents: 6, helpers: 5, capacity: 2 })
  .chain((problem) => fc.record({ problem: fc.constant(problem), options: someOptions(problem), of: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: problem.wants.length, maxLength: problem.wants.length }), choice: someChoice }))
  .map(({ problem, options, of, choice }) => {
    const context = { groups: { of: Int32Array.from(of), count: 3 }, order: options.order ?? { rank: new Int32Array(problem.wants.length), everyoneOnce: true } };
    return { problem, options, choice, context, fair: solveFairly(problem, options, choice, context) };
  });

test("an answer with a pair less, more, twice or exchanged is refused, unless it is exactly as good", () => {
  let refused = 0;
  fc.assert(fc.property(solved(), fc.nat(), fc.nat(), fc.nat(3), ({ problem, options, choice, context, fair }, out, into, kind) => {
    const chosen = [...fair.answer.chosen];
    const free = [...problem.helper.keys()].filter((e) => !chosen.includes(e));
    const other = free.length > 0 ? [free[into % free.length]!] : [];
    const at = chosen.length > 0 ? out % chosen.length : 0;
    const mutant = [chosen.toSpliced(at, 1), [...chosen, ...other], [...chosen, ...chosen.slice(at, at + 1)], chosen.toSpliced(at, 1, ...other)][kind]!.sort((a, b) => a - b);
    if (mutant.join() === chosen.join()) return;
    if (accepted(problem, options, choice, context, { ...fair, answer: recounted(problem, fair, mutant) })) expectBest(problem, options, choice, context, mutant);
    else refused++;
  }), { numRuns: 4000 });
  expect(refused).toBeGreaterThan(2000);
});

test("no proof, however bent, proves a worse answer", () => {
  let refused = 0;
  fc.assert(fc.property(solved(), fc.nat(), fc.nat(), fc.array(fc.record({ list: fc.nat(40), where: fc.nat(), by: fc.integer({ min: -3, max: 3 }) }), { maxLength: 3 }), ({ problem, options, choice, context, fair }, out, into, bends) => {
    const bent = structuredClone(fair);
    const lists = intListsOf(bent);
    for (const { list, where, by } of bends) {
      const some = lists[list % lists.length];
      if (some && some.length > 0) some[where % some.length] = some[where % some.length]! + by;
    }
    const chosen = [...fair.answer.chosen];
    const free = [...problem.helper.keys()].filter((e) => !chosen.includes(e));
    const mutant = out % 2 === 0 || free.length === 0 || chosen.length === 0 ? chosen : chosen.toSpliced(out % chosen.length, 1, free[into % free.length]!).sort((a, b) => a - b);
    if (accepted(problem, options, choice, context, { ...bent, answer: { ...recounted(problem, fair, mutant), certificate: bent.answer.certificate } })) expectBest(problem, options, choice, context, mutant);
    else refused++;
  }), { numRuns: 6000 });
  expect(refused).toBeGreaterThan(2000);
});

const problem: MatchProblem = { wants: Int32Array.of(1, 1, 1), capacity: Int32Array.of(1, 1), rowStart: Int32Array.of(0, 2, 4, 6), helper: Int32Array.of(0, 1, 0, 1, 0, 1), cost: Int32Array.of(1, 9, 2, 5, 9, 9) };
const groups = { of: Int32Array.of(0, 0, 1), count: 2 };

test("a claim about the cap that is not true is refused by name", () => {
  const strict: FairnessChoice = { mode: "group_cap", capPoints: 0 };
  const fair = solveFairly(problem, {}, strict, { groups });
  if (fair.proof.kind !== "cap") throw new Error("no cap");
  const { proof } = fair;
  expect([proof.kept, proof.over, proof.points, fair.answer.cost]).toEqual([false, [0], { numerator: 100, denominator: 6 }, 10]);
  const claim = (some: Partial<typeof proof>) => verifyFairly(problem, {}, strict, { groups }, { ...fair, proof: { ...proof, ...some } });
  expect(claim({})).toBeNull();
  expect(claim({ kept: true })).toBe("cap_exceeded");
  expect(claim({ over: [] })).toBe("cap_exceeded");
  expect(claim({ allowed: { numerator: 2, denominator: 3 } })).not.toBeNull();
  expect(claim({ crowd: [] })).toBe("cap_not_smallest");
  expect(claim({ crowd: [0, 1] })).toBe("cap_not_smallest");
  expect(claim({ groupPrice: Float64Array.of(0.5, 0) })).toBe("price_invalid");
  expect(claim({ allowed: { numerator: 1, denominator: 0 } })).toBe("price_invalid");
});

test("a proof for another choice, levels out of order and prices that do not fit are refused by name", () => {
  const choice: FairnessChoice = { mode: "leximin", bandWidth: 1, orderFirst: false };
  const crowded: MatchProblem = { wants: Int32Array.of(1, 1), capacity: Int32Array.of(1, 1), rowStart: Int32Array.of(0, 2, 4), helper: Int32Array.of(0, 1, 0, 1), cost: Int32Array.of(1, 8, 8, 14) };
  const fair = solveFairly(crowded, {}, choice);
  if (fair.proof.kind !== "levels") throw new Error("no levels");
  const { proof } = fair;
  expect([[...fair.answer.chosen], verifyFairly(crowded, {}, choice, {}, fair)]).toEqual([[1, 2], null]);
  expect(verifyFairly(crowded, {}, choice, {}, { ...fair, proof: { kind: "prices" } })).toBe("wrong_choice");
  expect(verifyFairly(crowded, {}, choice, {}, { ...fair, proof: { ...proof, levels: [...proof.levels, ...proof.levels] } })).toBe("levels_unordered");
  expect(verifyFairly(crowded, {}, choice, {}, { ...fair, proof: { ...proof, last: { ...proof.last, helperPrice: Float64Array.of(0) } } })).toBe("price_invalid");
  expect(verifyFairly(crowded, {}, choice, {}, { ...fair, proof: { ...proof, levels: proof.levels.map((one) => ({ ...one, residents: Int32Array.of(0, 0) })) } })).toBe("price_invalid");
  const cheapest = solveFairly(crowded, {}, { mode: "least_cost" });
  expect(verifyFairly(crowded, {}, choice, {}, { ...fair, answer: cheapest.answer })).not.toBeNull();
});

test.each([
  [{ mode: "leximin", bandWidth: 0, orderFirst: false }, { groups }],
  [{ mode: "leximin", bandWidth: 1.5, orderFirst: false }, { groups }],
  [{ mode: "leximin", bandWidth: 1, orderFirst: true }, { groups }],
  [{ mode: "hardest_first" }, { groups }],
  [{ mode: "group_cap", capPoints: -1 }, { groups }],
  [{ mode: "group_cap", capPoints: 101 }, { groups }],
  [{ mode: "group_cap", capPoints: 5 }, {}],
  [{ mode: "group_cap", capPoints: 5 }, { groups: { of: Int32Array.of(0, 0, 2), count: 2 } }],
] satisfies [FairnessChoice, FairnessContext][])("refuses %j when it has no meaning", (choice, context) => {
  expect(() => solveFairly(problem, {}, choice, context)).toThrow(expect.objectContaining({ reason: "matching.fairness_malformed" }));
});

function accepted(...args: Parameters<typeof verifyFairly>): boolean {
  return verifyFairly(...args) === null;
}

function recounted(of: MatchProblem, { answer }: FairAnswer, chosen: readonly number[]) {
  const residents = residentOfEach(of);
  return { ...answer, chosen: Int32Array.from(chosen), pairs: chosen.length, served: new Set(chosen.map((e) => residents[e])).size, cost: chosen.reduce((sum, e) => sum + (of.cost[e] ?? 0), 0) };
}

/** All numbers of a proof that a forger could bend. */
function intListsOf({ answer: { certificate }, proof }: FairAnswer): (Int32Array | Float64Array)[] {
  const lists = [certificate.residentRegion, certificate.helperRegion];
  if (proof.kind === "levels") return [...lists, proof.last.residentPrice, proof.last.helperPrice, ...proof.levels.flatMap((one) => [one.residents, one.residentPrice, one.helpers, one.helperPrice])];
  return proof.kind === "cap" ? [...lists, proof.last.residentPrice, proof.last.helperPrice, proof.groupPrice] : lists;
}

function expectBest(of: MatchProblem, options: MatchOptions, choice: FairnessChoice, context: Required<FairnessContext>, chosen: readonly number[]): void {
  const staged = optionsFor(of, options, choice, context);
  const band = choice.mode === "leximin" ? choice.bandWidth : Infinity;
  const got = judgeOf(of, staged, band, context.groups).worthOf(chosen);
  const worths = worthsByTrying(of, staged, band, context.groups);
  if (choice.mode === "leximin") return expect(compareFair(got, worths.sort(compareFair)[0]!)).toBe(0);
  const best = solveFairly(of, options, choice, context);
  const same = judgeOf(of, staged, band, context.groups).worthOf([...best.answer.chosen]);
  expect([got.pairs, got.served, got.cost]).toEqual([same.pairs, same.served, same.cost]);
}
