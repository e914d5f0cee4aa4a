import { candidateOf, residentOfEach } from "../solver/problem.ts";
import type { MatchAnswer, MatchOptions, MatchProblem } from "../solver/problem.ts";
import type { FairnessChoice, FairnessContext, Groups } from "./choice.ts";
import { solveFairly, type FairAnswer } from "./solve-fairly.ts";
import { verifyFairly } from "./verify-fairly.ts";

/** What one choice leads to, and what it costs against the least cost there is with as many pairs. Plain data. */
export interface PolicyResult {
  readonly mode: FairnessChoice["mode"];
  readonly pairs: number;
  /** Residents with at least one friend. */
  readonly served: number;
  /** Total of the pairs' costs, in units of cost, without bonuses. */
  readonly cost: number;
  /** Cost beyond `least_cost`, bonuses counted as they were when deciding, so never below zero; and as a share of it. */
  readonly extraCost: number;
  readonly extraShare: number | null;
  /** Cost of the worst pair and of the mean pair; null without pairs. */
  readonly worst: number | null;
  readonly mean: number | null;
  readonly groups: readonly GroupResult[];
  /** Of a cap: whether it could be kept, and the percentage points that were. */
  readonly cap: { readonly kept: boolean; readonly points: number; readonly over: readonly number[] } | null;
  readonly proven: boolean;
}

/** Residents of one group who want a friend, how many have one, and the mean cost of their pairs. */
export interface GroupResult {
  readonly group: number;
  readonly residents: number;
  readonly served: number;
  readonly mean: number | null;
}

/** Solves by every choice that makes sense here, least cost first; each answer is verified. The number of pairs is the same in all. */
export function comparePolicies(problem: MatchProblem, options: MatchOptions, choices: readonly FairnessChoice[], context: FairnessContext, progress: (share: number) => void = () => {}): PolicyResult[] {
  const least = solveFairly(problem, options, { mode: "least_cost" }, context);
  const price = decidingCost(problem, options);
  const total = ({ chosen }: MatchAnswer): number => chosen.reduce((sum, e) => sum + price(e), 0);
  const base = total(least.answer);
  const all = [{ mode: "least_cost" } as const, ...choices.filter(({ mode }) => mode !== "least_cost")];
  return all.map((choice, nth) => {
    progress(nth / all.length);
    const fair = choice.mode === "least_cost" ? least : solveFairly(problem, options, choice, context);
    const extraCost = total(fair.answer) - base;
    return {
      mode: choice.mode, pairs: fair.answer.pairs, served: fair.answer.served, cost: fair.answer.cost, extraCost, extraShare: base > 0 ? extraCost / base : null,
      ...worstAndMean([...fair.answer.chosen].map((e) => problem.cost[e]!)), groups: groupResults(problem, fair.answer, context.groups), cap: capOf(fair),
      proven: verifyFairly(problem, options, choice, context, fair) === null,
    };
  });
}

function decidingCost(problem: MatchProblem, { kept = [], keepBonus = 0 }: MatchOptions): (e: number) => number {
  const cheaper = new Set(kept.map((pair) => candidateOf(problem, pair)));
  return (e) => problem.cost[e]! - (cheaper.has(e) ? keepBonus : 0);
}

function worstAndMean(costs: readonly number[]): Pick<PolicyResult, "worst" | "mean"> {
  if (costs.length === 0) return { worst: null, mean: null };
  return { worst: costs.reduce((most, cost) => Math.max(most, cost)), mean: costs.reduce((sum, cost) => sum + cost, 0) / costs.length };
}

function groupResults(problem: MatchProblem, { chosen }: MatchAnswer, groups?: Groups): GroupResult[] {
  if (!groups) return [];
  const residentOf = residentOfEach(problem);
  const costs = Array.from({ length: groups.count }, (): number[] => []);
  const served = Array.from({ length: groups.count }, () => new Set<number>());
  for (const e of chosen) {
    const group = groups.of[residentOf[e]!]!;
    costs[group]?.push(problem.cost[e]!);
    served[group]?.add(residentOf[e]!);
  }
  const residents = costs.map((_, g) => problem.wants.reduce((sum, n, r) => sum + (n > 0 && groups.of[r] === g ? 1 : 0), 0));
  return costs.map((some, group) => ({ group, residents: residents[group]!, served: served[group]!.size, mean: worstAndMean(some).mean }));
}

function capOf({ proof }: FairAnswer): PolicyResult["cap"] {
  return proof.kind === "cap" ? { kept: proof.kept, points: proof.points.numerator / proof.points.denominator, over: proof.over } : null;
}
