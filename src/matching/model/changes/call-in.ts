import type { HelperOffer, ResidentNeed } from "../candidates/people.ts";
import type { MatchRules } from "../candidates/rules.ts";
import { solveView, type RoundAnswer, type RoundWishes } from "../round.ts";
import { residentOfEach } from "../solver/problem.ts";

/** Somebody a drill leaves without a friend may find one among those outside the round: as many as possible, then as well as possible. */
export function callIn(answer: RoundAnswer, residents: readonly ResidentNeed[], outside: readonly HelperOffer[], rules: MatchRules, { forbidden }: RoundWishes): RoundAnswer {
  const left = new Set(answer.unmatched.map(({ residentId }) => residentId));
  if (left.size === 0 || outside.length === 0) return answer;
  const { view: { residents: waiting, helpers, problem, answer: { chosen } } } = solveView(residents.filter(({ id }) => left.has(id)), outside, rules, { locked: [], forbidden, kept: [] });
  const residentOf = residentOfEach(problem);
  const found = new Map(Array.from(chosen, (edge) => [waiting[residentOf[edge]!]!.id, helpers[problem.helper[edge]!]!.id]));
  return {
    ...answer,
    unmatched: answer.unmatched.map((one) => {
      const helperId = found.get(one.residentId);
      return helperId === undefined ? one : { ...one, change: { change: { kind: "come_in" }, helperId, moves: 0, unchanged: answer.pairs } };
    }),
  };
}
