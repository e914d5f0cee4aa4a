import fc from "fast-check";
import { expect, test } from "vitest";
import { residentOfEach } from "./problem.ts";
import type { MatchAnswer, MatchProblem } from "./problem.ts";
import { bestByTrying, someOptions, someProblem } from "../testing/problems.ts";
import { solve } from "./solve.ts";
import { verify } from "./verify.ts";

const solved = () => someProblem({ residents: 8, helpers: 6 })
  .chain((problem) => fc.record({ problem: fc.constant(problem), options: someOptions(problem) }))
  .map(({ problem, options }) => ({ problem, options, answer: solve(problem, options) }));

test("an answer with one pair less, more, or twice is refused", () => {
  fc.assert(fc.property(solved(), fc.nat(), ({ problem, options, answer }, pick) => {
    const free = [...problem.helper.keys()].filter((e) => !answer.chosen.includes(e));
    const mutants = [
      ...answer.chosen.length > 0 ? [[...answer.chosen].toSpliced(pick % answer.chosen.length, 1), [...answer.chosen, answer.chosen[pick % answer.chosen.length]!]] : [],
      ...free.length > 0 ? [[...answer.chosen, free[pick % free.length]!]] : [],
      [...answer.chosen, problem.helper.length],
    ];
    for (const chosen of mutants) expect(verify(problem, options, recounted(problem, answer, chosen))).not.toBeNull();
  }), { numRuns: 1500 });
});

test("an answer with one pair exchanged is refused, unless it is exactly as good", () => {
  fc.assert(fc.property(solved(), fc.nat(), fc.nat(), ({ problem, options, answer }, out, into) => {
    const free = [...problem.helper.keys()].filter((e) => !answer.chosen.includes(e));
    if (free.length === 0 || answer.chosen.length === 0) return;
    const chosen = [...answer.chosen].toSpliced(out % answer.chosen.length, 1, free[into % free.length]!).sort((a, b) => a - b);
    if (verify(problem, options, recounted(problem, answer, chosen)) !== null) return;
    const best = bestByTrying(problem, options);
    expect([best.penaltyOf(chosen), best.costOf(chosen)]).toEqual([best.penalty, best.cost]);
  }), { numRuns: 3000 });
});

test("no certificate, however bent, proves a worse answer", () => {
  fc.assert(fc.property(solved(), fc.nat(), fc.integer({ min: -5, max: 30 }), fc.nat(4), fc.boolean(), ({ problem, options, answer }, where, by, what, drop) => {
    const { certificate } = answer;
    const bent = { residentRegion: certificate.residentRegion.slice(), helperRegion: certificate.helperRegion.slice(), residentPrice: certificate.residentPrice.slice(), helperPrice: certificate.helperPrice.slice() };
    const list = [bent.residentPrice, bent.helperPrice, bent.residentRegion, bent.helperRegion][what];
    if (list && list.length > 0) list[where % list.length] = what < 2 ? list[where % list.length]! + by : by;
    const chosen = drop ? [...answer.chosen].slice(1) : [...answer.chosen];
    const mutant = { ...recounted(problem, answer, chosen), certificate: bent };
    if (verify(problem, options, mutant) !== null) return;
    const best = bestByTrying(problem, options);
    expect([mutant.pairs, best.penaltyOf(chosen), best.costOf(chosen)]).toEqual([best.pairs, best.penalty, best.cost]);
  }), { numRuns: 3000 });
});

test("totals that do not add up, prices that are no integers and a wrong order are refused by name", () => {
  const problem = { wants: Int32Array.of(1, 1), capacity: Int32Array.of(1), rowStart: Int32Array.of(0, 1, 2), helper: Int32Array.of(0, 0), cost: Int32Array.of(3, 9) };
  const options = { order: { rank: Int32Array.of(1, 0), everyoneOnce: false } };
  const answer = solve(problem, options);
  const { certificate } = answer;
  expect(verify(problem, options, answer)).toBeNull();
  expect(verify(problem, options, { ...answer, cost: 3 })).toBe("wrong_totals");
  expect(verify(problem, options, { ...answer, certificate: { ...certificate, helperPrice: Float64Array.of(0.5) } })).toBe("price_invalid");
  expect(verify(problem, options, { ...answer, certificate: { ...certificate, helperPrice: Float64Array.of(NaN) } })).toBe("price_invalid");
  expect(verify(problem, options, { ...answer, certificate: { ...certificate, helperPrice: Float64Array.of() } })).toBe("price_invalid");
  expect(verify(problem, options, { ...answer, certificate: { ...certificate, residentRegion: Int32Array.of(5, 5) } })).toBe("not_largest");
  const swapped = { ...answer, chosen: Int32Array.of(0), cost: 3 };
  expect(verify(problem, options, swapped)).toBe("not_largest");
});

function recounted(problem: MatchProblem, answer: MatchAnswer, chosen: readonly number[]): MatchAnswer {
  const residents = residentOfEach(problem);
  return { ...answer, chosen: Int32Array.from(chosen), pairs: chosen.length, served: new Set(chosen.map((e) => residents[e])).size, cost: chosen.reduce((sum, e) => sum + (problem.cost[e] ?? 0), 0) };
}
