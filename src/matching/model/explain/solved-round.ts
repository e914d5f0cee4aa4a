import type { HelperOffer, ResidentNeed } from "../candidates/people.ts";
import type { MatchRules } from "../candidates/rules.ts";
import { candidateOf, residentOfEach } from "../solver/problem.ts";
import type { MatchAnswer, MatchOptions, MatchProblem } from "../solver/problem.ts";

/** A match round after solving: what went in and what came out. People are meant by their index throughout. */
export interface SolvedRound {
  readonly residents: readonly ResidentNeed[];
  readonly helpers: readonly HelperOffer[];
  readonly rules: MatchRules;
  readonly problem: MatchProblem;
  readonly options: MatchOptions;
  readonly answer: MatchAnswer;
}

/** A solved round laid out for questions. Make it once, ask it often. */
export interface RoundView extends SolvedRound {
  readonly residentOf: Int32Array;
  readonly chosen: Uint8Array;
  /** 1 where the organiser fixed a candidate either way: locked pairs do not move, forbidden ones do not come back. */
  readonly fixed: Uint8Array;
  /** Chosen candidates of each helper. */
  readonly holding: readonly (readonly number[])[];
  /** Places of each helper that locked pairs hold. */
  readonly lockedPlaces: Int32Array;
  /** Friends each resident has been given. */
  readonly has: Int32Array;
}

export function viewRound(round: SolvedRound): RoundView {
  const { problem, options, answer } = round;
  const residentOf = residentOfEach(problem);
  const [chosen, fixed] = [new Uint8Array(problem.helper.length), new Uint8Array(problem.helper.length)];
  const holding = Array.from(problem.capacity, (): number[] => []);
  const has = new Int32Array(problem.wants.length);
  for (const e of answer.chosen) {
    chosen[e] = 1;
    holding[problem.helper[e]!]!.push(e);
    has[residentOf[e]!]!++;
  }
  const lockedPlaces = new Int32Array(problem.capacity.length);
  for (const pair of options.locked ?? []) lockedPlaces[pair.helper]!++;
  for (const pair of [...(options.locked ?? []), ...(options.forbidden ?? [])]) {
    const e = candidateOf(problem, pair);
    if (e >= 0) fixed[e] = 1;
  }
  return { ...round, residentOf, chosen, fixed, holding, lockedPlaces, has };
}

/** Places a helper still has free. */
export function placesFree(view: RoundView, helper: number): number {
  return view.problem.capacity[helper]! - view.holding[helper]!.length;
}
