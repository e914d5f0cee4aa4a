import fc from "fast-check";
import { expect, test } from "vitest";
import { buildCandidates } from "../candidates/build-candidates.ts";
import type { HelperOffer } from "../candidates/people.ts";
import { orderByWaiting } from "../candidates/serving-order.ts";
import { candidateOf, type MatchAnswer, type MatchOptions, type MatchProblem } from "../solver/problem.ts";
import { solve } from "../solver/solve.ts";
import { aHelper, aResident, someHelpers, someResidents, someRules } from "../testing/people.ts";
import { oneMorePlace } from "./one-more-place.ts";
import { groupRecruits } from "./recruit-groups.ts";
import { recruitmentOf } from "./recruitment.ts";
import { viewRound, type RoundView } from "./solved-round.ts";

const rules = someRules();
const someRound = fc.record({ residents: someResidents(7), helpers: someHelpers(6), ordered: fc.boolean(), pick: fc.nat() }).map(({ residents, helpers, ordered, pick }) => {
  const problem = buildCandidates(residents, helpers, rules);
  const first = solve(problem);
  const pairs = [...first.chosen].map((e) => ({ resident: problem.rowStart.findIndex((start) => start > e) - 1, helper: problem.helper[e]! }));
  const options: MatchOptions = {
    ...(ordered && { order: orderByWaiting(residents, problem) }), kept: pairs.filter((_, k) => (k + pick) % 2 === 0), keepBonus: 300,
    locked: pick % 3 === 0 ? pairs.slice(0, 1) : [], forbidden: pick % 5 === 0 ? pairs.slice(1, 2) : [],
  };
  return viewRound({ residents, helpers, rules, problem, options, answer: solve(problem, options) });
});

const priced = (problem: MatchProblem, { kept = [], keepBonus = 0 }: MatchOptions, { chosen, cost }: MatchAnswer) =>
  cost - keepBonus * kept.filter((pair) => chosen.includes(candidateOf(problem, pair))).length;

/** The round with somebody more, solved again: how many pairs more, and what it saves. */
function withOneMore({ residents, helpers, options, problem, answer }: RoundView, volunteer: HelperOffer) {
  const larger = buildCandidates(residents, [...helpers, volunteer], rules);
  // The order of serving stays as it was: whoever came first does not fall behind because they have one choice more.
  const again = solve(larger, options);
  return { more: again.pairs - answer.pairs, saved: priced(problem, options, answer) - priced(larger, options, again) };
}

test("a recruit does exactly what is said of them when the round is solved again with one", () => {
  const seen = { serving: 0, saving: 0 };
  fc.assert(fc.property(someRound, (view) => {
    for (const { serves, saves, atMost, volunteer, sex } of recruitmentOf(view)) {
      const { more, saved } = withOneMore(view, volunteer);
      expect(more).toBe(serves);
      if (serves === 0) expect(saved).toBe(saves);
      if (sex === null) expect(withOneMore(view, { ...volunteer, sex: volunteer.sex === "male" ? "female" : "male" }).more).toBe(serves);
      expect(withOneMore(view, { ...volunteer, capacity: 20 }).more).toBeLessThanOrEqual(atMost);
      seen[serves === 1 ? "serving" : "saving"]++;
    }
  }), { numRuns: 1500 });
  expect([seen.serving > 300, seen.saving > 0]).toEqual([true, true]);
});

test("any new volunteer serves one more exactly when they suit somebody in a shortage, and else saves exactly the best chain of moves", () => {
  fc.assert(fc.property(someRound, someHelpers(3), (view, others) => {
    const worth = oneMorePlace(view);
    for (const other of others) {
      const volunteer = { ...other, id: "new", capacity: 1 };
      const row = buildCandidates(view.residents, [volunteer], rules);
      const suits = [...view.residents.keys()].filter((r) => row.rowStart[r + 1]! > row.rowStart[r]!);
      const { more, saved } = withOneMore(view, volunteer);
      expect(more).toBe(suits.some((r) => worth.serves[r]) ? 1 : 0);
      if (more === 0) expect(saved).toBe(Math.max(0, ...suits.map((r) => worth.saved[r]! - row.cost[row.rowStart[r]!]!)));
    }
  }), { numRuns: 1500 });
});

test("lanes are told beside their community, at their own point: who lives near enough to whom decides", () => {
  const [north, south] = [{ lon: 102.71, lat: 25.04 }, { lon: 102.77, lat: 25.04 }]; // 6 km apart
  const hours = [{ weekday: 6, fromMinute: 540, toMinute: 720 } as const];
  const residents = [...[1, 2, 3].map((n) => aResident({ id: `n${n}`, hours, place: { communityId: "金沙", laneId: "北巷", ...north } })), aResident({ id: "s1", hours, place: { communityId: "金沙", laneId: "南巷", ...south } })];
  const problem = buildCandidates(residents, [], rules);
  const lines = recruitmentOf(viewRound({ residents, helpers: [], rules, problem, options: {}, answer: solve(problem) }));
  expect(lines.filter(({ laneId }) => laneId).map(({ laneId, atMost }) => [laneId, atMost])).toEqual([["北巷", 3], ["南巷", 1]]);
  const groups = groupRecruits(lines);
  expect(groups.map(({ communityId, lines: own }) => [communityId, own.map(({ laneId }) => laneId)])).toEqual([["金沙", [...(lines.some(({ laneId }) => !laneId) ? [null] : []), "北巷", "南巷"]]]);
});

test("who speaks the dialect asked for, in the right half-day, in the right community", () => {
  const sunday = [{ weekday: 7, fromMinute: 540, toMinute: 720 } as const];
  const residents = [1, 2, 3].map((n) => aResident({ id: `r${n}`, place: { communityId: "北市" }, hours: sunday, languagesAsked: ["彝语"] }));
  const helpers = [aHelper({ id: "h", hours: sunday }), aHelper({ id: "k", hours: sunday })];
  const problem = buildCandidates(residents, helpers, rules);
  const [first] = recruitmentOf(viewRound({ residents, helpers, rules, problem, options: {}, answer: solve(problem) }));
  expect(first).toMatchObject({ language: "彝语", sex: null, weekday: 7, part: "morning", serves: 1, atMost: 3 });
});
