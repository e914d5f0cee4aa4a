import type { ResidentNeed } from "../candidates/people.ts";
import { orderByWaiting } from "../candidates/serving-order.ts";
import type { MatchAnswer, MatchOptions, MatchProblem } from "../solver/problem.ts";
import type { FairnessChoice, FairnessContext, Groups } from "./choice.ts";
import { comparePolicies, type PolicyResult } from "./compare-policies.ts";
import { optionsFor, solveFairly } from "./solve-fairly.ts";
import { verifyFairly } from "./verify-fairly.ts";

/** How a round is fair: part of its rules, with a version like them. What belongs to another mode is kept, so that going back finds it. */
export interface RoundFairness {
  readonly mode: FairnessChoice["mode"];
  /** Leximin: pairs within so many points count as equally bad; 0 tells every difference. */
  readonly bandPoints: number;
  /** Leximin: whether who waits longest is served first all the same. */
  readonly waitingFirst: boolean;
  /** Cap: the label it looks at. A disability is a secured field, which no round reads for this. */
  readonly groupBy: "community" | "sex";
  /** Cap: percentage points by which a group's share without a friend may exceed that of all. */
  readonly capPoints: number;
}

/** What rules without the field meant all along. */
export const DEFAULT_FAIRNESS: RoundFairness = { mode: "hardest_first", bandPoints: 5, waitingFirst: false, groupBy: "community", capPoints: 10 };

/** Cost of a point: costs are reckoned in hundredths. */
const PER_POINT = 100;
/** Residents; larger rounds are compared only when somebody asks. */
const COMPARED_UP_TO = 3000;

export function choiceOf({ mode, bandPoints, waitingFirst, capPoints }: RoundFairness): FairnessChoice {
  if (mode === "leximin") return { mode, bandWidth: Math.max(1, bandPoints * PER_POINT), orderFirst: waitingFirst };
  return mode === "group_cap" ? { mode, capPoints } : { mode };
}

/** Labels in the order of their numbers, for showing results by group. */
export interface RoundContext extends Required<FairnessContext> {
  readonly labels: readonly string[];
}

export function contextOf(residents: readonly ResidentNeed[], problem: MatchProblem, { groupBy }: RoundFairness): RoundContext {
  const labelled = residents.map(({ place, sex }) => (groupBy === "sex" ? sex : place.communityId.startsWith("unknown:") ? null : place.communityId));
  const labels = [...new Set(labelled.filter((label) => label !== null))].sort();
  const number = new Map(labels.map((label, at) => [label, at]));
  const groups: Groups = { of: Int32Array.from(labelled, (label) => (label === null ? -1 : number.get(label)!)), count: labels.length };
  return { order: orderByWaiting(residents, problem), groups, labels };
}

/** The answer by the round's choice, whether it was proven, and the options by which reasons may ask on. */
export function settleRound(problem: MatchProblem, options: MatchOptions, residents: readonly ResidentNeed[], fairness: RoundFairness = DEFAULT_FAIRNESS): { readonly answer: MatchAnswer; readonly options: MatchOptions; readonly proven: boolean } {
  const [choice, context] = [choiceOf(fairness), contextOf(residents, problem, fairness)];
  const fair = solveFairly(problem, options, choice, context);
  return { answer: fair.answer, options: optionsFor(problem, options, choice, context), proven: verifyFairly(problem, options, choice, context, fair) === null };
}

/** What each choice would cost a round, with the labels of its groups; to be kept with the run. Costs are in hundredths of a point. */
export interface ChoicePrices {
  readonly groupBy: RoundFairness["groupBy"];
  readonly labels: readonly string[];
  readonly results: readonly PolicyResult[];
}

/** Null for a large round, unless asked. */
export function priceChoices(problem: MatchProblem, options: MatchOptions, residents: readonly ResidentNeed[], fairness: RoundFairness = DEFAULT_FAIRNESS, asked = false): ChoicePrices | null {
  if (residents.length > COMPARED_UP_TO && !asked) return null;
  const context = contextOf(residents, problem, fairness);
  const modes = ["hardest_first", "leximin", "group_cap"] as const;
  return { groupBy: fairness.groupBy, labels: context.labels, results: comparePolicies(problem, options, modes.map((mode) => choiceOf({ ...fairness, mode })), context) };
}
