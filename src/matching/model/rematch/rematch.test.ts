import fc from "fast-check";
import { expect, test } from "vitest";
import { residentOfEach, type MatchOptions, type MatchProblem } from "../solver/problem.ts";
import { solve } from "../solver/solve.ts";
import { verify } from "../solver/verify.ts";
import { someOptions, someProblem } from "../testing/problems.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { Rematch } from "./rematch.ts";

const STEPS = ["dropOut", "leave", "forbid", "lock", "join"] as const;
const someSteps = fc.array(fc.record({ step: fc.constantFrom(...STEPS), at: fc.nat(1000), cost: fc.array(fc.nat(30), { minLength: 8, maxLength: 8 }) }), { minLength: 1, maxLength: 5 });

/** One change, where it has a meaning; a lock that contradicts another is refused and changes nothing. */
function change(rematch: Rematch, { step, at, cost }: { step: (typeof STEPS)[number]; at: number; cost: number[] }): void {
  const { problem: { wants, capacity, helper }, problem } = rematch;
  const pair = () => ({ resident: residentOfEach(problem)[at % helper.length]!, helper: helper[at % helper.length]! });
  try {
    if (step === "dropOut" && capacity.length > 0) rematch.dropOut(at % capacity.length);
    if (step === "leave" && wants.length > 0) rematch.leave(at % wants.length);
    if (step === "forbid" && helper.length > 0) rematch.forbid(pair());
    if (step === "lock" && helper.length > 0) rematch.lock(pair());
    if (step === "join") rematch.join(at % 3, cost.slice(0, wants.length).flatMap((own, resident) => (own % 3 === 0 ? [] : [{ resident, cost: own }])));
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
}

/** What an answer is worth: pairs, who is served in which tier, and cost with bonuses. */
function worth(problem: MatchProblem, options: MatchOptions, chosen: Int32Array) {
  const kept = new Set((options.kept ?? []).map(({ resident, helper }) => `${resident} ${helper}`));
  const residents = residentOfEach(problem);
  const given = new Int32Array(problem.wants.length);
  let cost = 0;
  for (const e of chosen) {
    given[residents[e]!]!++;
    cost += problem.cost[e]! - (kept.has(`${residents[e]!} ${problem.helper[e]!}`) ? options.keepBonus ?? 0 : 0);
  }
  const ranks = options.order ? Array.from(given, (n, r) => Array.from({ length: n }, (_, k) => options.order!.rank[r]! + (options.order!.everyoneOnce ? k * 1000 : 0))).flat().sort((a, b) => a - b) : [];
  return { pairs: chosen.length, ranks, cost };
}

test("after any changes the answer is as good as one solved anew, and proven", () => {
  const cases = someProblem({ residents: 8, helpers: 8 }).chain((problem) => fc.tuple(fc.constant(problem), someOptions(problem), someSteps));
  fc.assert(fc.property(cases, ([problem, options, steps]) => {
    const rematch = new Rematch(problem, options, solve(problem, options));
    expect(verify(rematch.problem, rematch.options, rematch.answer())).toBeNull();
    for (const step of steps) {
      change(rematch, step);
      const answer = rematch.answer();
      expect(verify(rematch.problem, rematch.options, answer)).toBeNull();
      expect(worth(rematch.problem, rematch.options, answer.chosen)).toEqual(worth(rematch.problem, rematch.options, solve(rematch.problem, rematch.options).chosen));
    }
  }), { numRuns: 3000 });
});

test("with a bonus for what stands, a drop-out moves only those who had the helper when others are free", () => {
  const problem = { wants: Int32Array.of(1, 1, 1), capacity: Int32Array.of(1, 1, 1, 1), rowStart: Int32Array.of(0, 3, 6, 8), helper: Int32Array.of(0, 1, 3, 0, 1, 3, 2, 3), cost: Int32Array.of(1, 5, 9, 5, 1, 9, 1, 8) };
  const before = solve(problem);
  const kept = [{ resident: 0, helper: 0 }, { resident: 1, helper: 1 }, { resident: 2, helper: 2 }];
  const rematch = new Rematch(problem, { kept, keepBonus: 100 }, before);
  rematch.dropOut(0);
  expect([...rematch.answer().chosen]).toEqual([2, 4, 6]);
});
