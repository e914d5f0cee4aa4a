import fc from "fast-check";
import { expect, test } from "vitest";
import { buildCandidates } from "../candidates/build-candidates.ts";
import { aHelper, aResident, someHelpers, someResidents, someRules } from "../testing/people.ts";
import { DAY_PARTS } from "../candidates/closeness.ts";
import type { DayPart } from "../candidates/closeness.ts";
import { mayPair } from "../candidates/rules.ts";
import { pairCost } from "../candidates/score.ts";
import { orderByWaiting } from "../candidates/serving-order.ts";
import { solve } from "../solver/solve.ts";
import { verify } from "../solver/verify.ts";
import type { MatchOptions, MatchProblem } from "../solver/problem.ts";
import { explainPairs } from "./explain-pairs.ts";
import { explainUnmatched } from "./explain-unmatched.ts";
import { applyChange } from "./smallest-change.ts";
import type { Change, Suggestion } from "./smallest-change.ts";
import { viewRound } from "./solved-round.ts";
import type { RoundView } from "./solved-round.ts";
import { sparePlaces } from "./spare-places.ts";

const rules = someRules();
const someRound = fc.record({ residents: someResidents(7), helpers: someHelpers(7), ordered: fc.boolean() }).map(({ residents, helpers, ordered }) => {
  const problem = buildCandidates(residents, helpers, rules);
  const options: MatchOptions = ordered ? { order: orderByWaiting(residents, problem) } : {};
  return viewRound({ residents, helpers, rules, problem, options, answer: solve(problem, options) });
});

test("a suggested change, once made, gives the resident a friend and takes none from anybody", () => {
  const kinds = new Set<string>();
  fc.assert(fc.property(someRound, (view) => {
    for (const { resident, change } of explainUnmatched(view)) {
      if (!change) {
        expect(["missing", "refused"]).toContain(view.residents[resident]!.guardianConsent);
        continue;
      }
      kinds.add(change.change.kind);
      const { problem, options } = afterChange(view, resident, change);
      const again = solve(problem, options);
      expect(verify(problem, options, again)).toBeNull();
      expect(again.pairs).toBeGreaterThan(view.answer.pairs);
      const got = [...again.chosen].filter((e) => e >= problem.rowStart[resident]! && e < problem.rowStart[resident + 1]!).length;
      if (view.problem.wants[resident] === 1) expect([got, again.pairs]).toEqual([1, view.answer.pairs + 1]);
      else expect(got).toBeGreaterThan(0);
      expectMovesToFit(view, resident, change);
    }
  }), { numRuns: 2500 });
  for (const kind of ["capacity", "eligible", "guardian_consent", "hours", "language", "language_any", "sex", "volunteer"]) expect(kinds).toContain(kind);
});

test("when one more part of a day would do, nothing larger is suggested", () => {
  fc.assert(fc.property(someRound, (view) => {
    for (const { resident, change } of explainUnmatched(view)) {
      if (change?.change.kind === "hours") continue;
      for (const weekday of [3, 6, 7] as const) for (const part of Object.keys(DAY_PARTS) as DayPart[]) {
        const tried = afterChange(view, resident, { change: { kind: "hours", weekday, part }, helper: null, moves: [], unchanged: 0 });
        // With two friends wanted, one that is there already may free others; only those who have none are compared.
        if (view.has[resident] === 0) expect(solve(tried.problem, view.options).pairs).toBe(view.answer.pairs);
      }
    }
  }), { numRuns: 300 });
});

test("each pair's parts add up, and its alternative costs what solving again says", () => {
  fc.assert(fc.property(someRound, (view) => {
    for (const pair of explainPairs(view)) {
      expect(pair.parts.reduce((sum, part) => sum + part.cost, 0)).toBe(pair.cost);
      if (!pair.alternative) continue;
      const { helper, pairsLost, totalCost, losing } = pair.alternative;
      const forced = { ...view.options, locked: [{ resident: pair.resident, helper }], forbidden: [{ resident: pair.resident, helper: pair.helper }] };
      const again = solve(view.problem, forced);
      expect(pairsLost).toBe(view.answer.pairs - again.pairs);
      if (pairsLost === 0) expect(losing.length).toBeLessThanOrEqual(view.residents.length);
      if (!view.options.order) {
        expect(totalCost).toBe(again.cost - view.answer.cost);
        if (pairsLost === 0) expect(totalCost).toBeGreaterThanOrEqual(0);
      }
    }
  }), { numRuns: 700 });
});

test("spare and missing places are counted", () => {
  fc.assert(fc.property(someRound, (view) => {
    const { totalSpare, totalShort, spare, short } = sparePlaces(view);
    const sum = (list: ArrayLike<number>) => Array.from(list).reduce((a, b) => a + b, 0);
    expect([totalSpare, totalShort]).toEqual([sum(view.problem.capacity) - view.answer.pairs, sum(view.problem.wants) - view.answer.pairs]);
    expect([...spare, ...short].every(({ places }) => places > 0)).toBe(true);
  }), { numRuns: 200 });
});

test("Yang Yu: six near do not speak Yi, two who do are not free; Saturday afternoon would do, and all else stays", () => {
  const sunday = { weekday: 7, fromMinute: 540, toMinute: 720 } as const;
  const saturdayAfternoon = { weekday: 6, fromMinute: 840, toMinute: 1020 } as const;
  const residents = [aResident({ id: "周", hours: [sunday] }), aResident({ id: "杨宇", hours: [sunday], languages: ["彝语"], languagesAsked: ["彝语"] })];
  const helpers = [...[1, 2, 3, 4, 5, 6].map((n) => aHelper({ id: `h${n}`, hours: [sunday] })), aHelper({ id: "徐海燕", hours: [saturdayAfternoon], languages: ["彝语"] }), aHelper({ id: "李", hours: [saturdayAfternoon], languages: ["彝语"], sex: "male" })];
  const problem = buildCandidates(residents, helpers, rules);
  const [yang] = explainUnmatched(viewRound({ residents, helpers, rules, problem, options: {}, answer: solve(problem) }));
  expect(yang!.excluded.map(({ key, count }) => [key, count])).toEqual([["language", 6], ["hours_none", 2]]);
  expect(yang!.change).toEqual({ change: { kind: "hours", weekday: 6, part: "afternoon" }, helper: 6, moves: [], unchanged: 1 });
});

test("a large round is explained from the prices", () => {
  const hours = [{ weekday: 6, fromMinute: 540, toMinute: 720 } as const];
  const residents = Array.from({ length: 401 }, (_, r) => aResident({ id: `r${r}`, hours }));
  const helpers = [aHelper({ id: "a", hours, capacity: 300 }), aHelper({ id: "b", hours, capacity: 300, birthOn: "1998-01-01" })];
  const problem = buildCandidates(residents, helpers, rules);
  const [first] = explainPairs(viewRound({ residents, helpers, rules, problem, options: {}, answer: solve(problem) }));
  expect(first!.alternative).toMatchObject({ exact: false, pairsLost: null, totalCost: 0 });
});

/** The problem after a change: only the changed resident's row, the one helper's capacity, or one more helper who suits only them. */
function afterChange(view: RoundView, resident: number, { change, helper }: Suggestion): { problem: MatchProblem; options: MatchOptions } {
  const { residents, helpers, problem } = view;
  if (change.kind === "volunteer") {
    const extra = { ...problem, capacity: Int32Array.from([...problem.capacity, 1]) };
    return { problem: withRow(extra, resident, [{ helper: helpers.length, cost: 1 }]), options: view.options };
  }
  const lock = { ...view.options, locked: [{ resident, helper: helper! }] };
  if (change.kind === "capacity") return { problem: { ...problem, capacity: problem.capacity.map((places, h) => (h === helper ? places + 1 : places)) }, options: lock };
  const changed = helpers.map((offer, h) => ({ h, ...applyChange(residents[resident]!, offer, view.rules, change as Change) })).filter(({ h }) => change.kind !== "eligible" || h === helper);
  const known = new Set(problem.helper.subarray(problem.rowStart[resident], problem.rowStart[resident + 1]));
  const added = changed.filter((pair) => !known.has(pair.h) && mayPair(pair.resident, pair.helper, pair.rules) === true).map((pair) => ({ helper: pair.h, cost: pairCost(pair.resident, pair.helper, pair.rules) }));
  return { problem: withRow(problem, resident, added), options: change.kind === "eligible" ? lock : view.options };
}

function withRow(problem: MatchProblem, resident: number, added: readonly { helper: number; cost: number }[]): MatchProblem {
  const at = problem.rowStart[resident + 1]!;
  const spliced = (list: Int32Array, some: number[]) => Int32Array.from([...list.subarray(0, at), ...some, ...list.subarray(at)]);
  return { ...problem, rowStart: problem.rowStart.map((start, r) => (r > resident ? start + added.length : start)), helper: spliced(problem.helper, added.map((a) => a.helper)), cost: spliced(problem.cost, added.map((a) => a.cost)) };
}

/** Carries the moves out by hand: each is from a friend one has to a candidate one has not, and no helper is overfull at the end. */
function expectMovesToFit(view: RoundView, resident: number, { change, helper, moves, unchanged }: Suggestion): void {
  expect(unchanged + moves.length).toBe(view.answer.pairs);
  const load = Int32Array.from(view.holding, (held) => held.length);
  const pairs = new Set([...view.answer.chosen].map((e) => `${view.residentOf[e]}:${view.problem.helper[e]}`));
  for (const move of moves) {
    expect(pairs.delete(`${move.resident}:${move.from}`)).toBe(true);
    expect(pairs.has(`${move.resident}:${move.to}`)).toBe(false);
    expect(mayPair(view.residents[move.resident]!, view.helpers[move.to]!, view.rules)).toBe(true);
    expect(move.resident).not.toBe(resident);
    pairs.add(`${move.resident}:${move.to}`);
    load[move.from]!--;
    load[move.to]!++;
  }
  if (helper !== null) load[helper]!++;
  load.forEach((places, h) => expect(places).toBeLessThanOrEqual(view.problem.capacity[h]! + (change.kind === "capacity" && h === helper ? 1 : 0)));
}
