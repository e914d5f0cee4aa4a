import type { ResidentNeed } from "../../candidates/people.ts";
import { DEFAULT_FAIRNESS, type RoundFairness } from "../../candidates/rules.ts";
import { orderByWaiting } from "../../candidates/serving-order.ts";
import type { MatchAnswer, MatchOptions, MatchProblem } from "../../solver/problem.ts";
import { solve } from "../../solver/solve.ts";
import { labelsOf } from "./resident-labels.ts";
import type { FairnessChoice, FairnessContext, Groups } from "../choice.ts";
import { comparePolicies, type PolicyResult } from "../compare-policies.ts";
import { optionsFor, solveFairly } from "../solve-fairly.ts";
import { verifyFairly } from "../verify-fairly.ts";

/** Cost of a point: costs are reckoned in hundredths. */
const PER_POINT = 100;

export function choiceOf({ mode, bandPoints, waitingFirst, capPoints }: RoundFairness): FairnessChoice {
  if (mode === "leximin") return { mode, bandWidth: Math.max(1, bandPoints * PER_POINT), orderFirst: waitingFirst };
  return mode === "group_cap" ? { mode, capPoints } : { mode };
}

/** Labels in the order of their numbers, for showing results by group. */
export interface RoundContext extends Required<FairnessContext> {
  readonly labels: readonly string[];
}

export function contextOf(residents: readonly ResidentNeed[], problem: MatchProblem, { groupBy }: RoundFairness): RoundContext {
  const labelled = labelsOf(residents, groupBy);
  const labels = [...new Set(labelled.filter((label) => label !== null))].sort();
  const number = new Map(labels.map((label, at) => [label, at]));
  const groups: Groups = { of: Int32Array.from(labelled, (label) => (label === null ? -1 : number.get(label)!)), count: labels.length };
  return { order: orderByWaiting(residents, problem), groups, labels };
}

/** The answer by the round's choice, whether it was proven, and the options by which reasons may ask on. */
export interface SettledRound {
  readonly answer: MatchAnswer;
  readonly options: MatchOptions;
  readonly proven: boolean;
  /** The cheapest answer by the same options: what its prices say of one more place holds for it alone. */
  readonly cheapest: MatchAnswer;
}

export function settleRound(problem: MatchProblem, given: MatchOptions, residents: readonly ResidentNeed[], fairness: RoundFairness = DEFAULT_FAIRNESS): SettledRound {
  const [choice, context] = [choiceOf(fairness), contextOf(residents, problem, fairness)];
  const fair = solveFairly(problem, given, choice, context);
  const options = optionsFor(problem, given, choice, context);
  const cheapest = fair.proof.kind === "prices" ? fair.answer : solve(problem, options);
  return { answer: fair.answer, options, proven: verifyFairly(problem, given, choice, context, fair) === null, cheapest };
}

/** What each choice would cost a round, with the labels of its groups; to be kept with the run. Costs are in hundredths of a point. */
export interface ChoicePrices {
  readonly groupBy: RoundFairness["groupBy"];
  readonly labels: readonly string[];
  readonly results: readonly PolicyResult[];
}

/** What every choice would cost. Takes several times as long as the round itself, the longer the larger it is. */
export function priceChoices(problem: MatchProblem, options: MatchOptions, residents: readonly ResidentNeed[], fairness: RoundFairness = DEFAULT_FAIRNESS, progress: (share: number) => void = () => {}): ChoicePrices {
  const context = contextOf(residents, problem, fairness);
  const modes = ["hardest_first", "leximin", "group_cap"] as const;
  return { groupBy: fairness.groupBy, labels: context.labels, results: comparePolicies(problem, options, modes.map((mode) => choiceOf({ ...fairness, mode })), context, progress) };
}
