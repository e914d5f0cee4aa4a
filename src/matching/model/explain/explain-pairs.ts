import { scoreParts } from "../candidates/score.ts";
import type { ScorePart } from "../candidates/score.ts";
import { solve } from "../solver/solve.ts";
import type { RoundView } from "./solved-round.ts";

/** Why two people were paired. */
export interface PairExplanation {
  readonly resident: number;
  readonly helper: number;
  readonly cost: number;
  readonly locked: boolean;
  readonly parts: readonly ScorePart[];
  /** The best other helper for this resident; null when there is none, or the pair was locked. */
  readonly alternative: Alternative | null;
}

/** What choosing another helper for the resident would do. */
export interface Alternative {
  readonly helper: number;
  readonly parts: readonly ScorePart[];
  /** How much dearer the pair itself would be (cheaper when negative). */
  readonly ownCost: number;
  /** How much dearer everything together would be; a lower bound unless `exact`. Only meaningful when no pair is lost. */
  readonly totalCost: number;
  /** Pairs fewer than now; null when not worked out. */
  readonly pairsLost: number | null;
  /** Residents who would lose a friend, and those who would change friends, besides this one; only when `exact`. */
  readonly losing: readonly number[];
  readonly changing: readonly number[];
  readonly exact: boolean;
}

/** Rounds up to this many residents are solved again for each pair; beyond, the prices answer. */
const EXACT_UP_TO = 400;

/** One explanation for each chosen pair, in the order of `answer.chosen`. */
export function explainPairs(view: RoundView): PairExplanation[] {
  const stable = view.residents.length <= EXACT_UP_TO ? stableCosts(view) : null;
  return [...view.answer.chosen].map((e) => {
    const [resident, helper] = [view.residentOf[e]!, view.problem.helper[e]!];
    const other = view.fixed[e] ? -1 : bestOther(view, e);
    return {
      resident,
      helper,
      cost: view.problem.cost[e]!,
      locked: view.fixed[e] === 1,
      parts: scoreParts(view.residents[resident]!, view.helpers[helper]!, view.rules),
      alternative: other < 0 ? null : stable ? solvedAlternative(view, stable, e, other) : pricedAlternative(view, e, other),
    };
  });
}

/** The other candidate that would add least to the total, judged by the prices; one that would cost somebody their friend comes last. */
function bestOther(view: RoundView, chosen: number): number {
  const { problem, residentOf, lockedPlaces } = view;
  const resident = residentOf[chosen]!;
  let best = -1;
  for (let e = problem.rowStart[resident]!; e < problem.rowStart[resident + 1]!; e++) {
    const helper = problem.helper[e]!;
    if (view.chosen[e] || view.fixed[e] || problem.capacity[helper]! <= lockedPlaces[helper]!) continue;
    if (best < 0 || Number(takesAPlace(view, e)) - Number(takesAPlace(view, best)) < 0 || (takesAPlace(view, e) === takesAPlace(view, best) && beyondPrices(view, e) < beyondPrices(view, best))) best = e;
  }
  return best;
}

function takesAPlace({ problem, answer: { certificate }, residentOf }: RoundView, e: number): boolean {
  return certificate.helperRegion[problem.helper[e]!]! < certificate.residentRegion[residentOf[e]!]!;
}

/** What a candidate costs beyond the prices of its two people. */
function beyondPrices({ problem, answer: { certificate }, residentOf }: RoundView, e: number): number {
  return problem.cost[e]! - certificate.residentPrice[residentOf[e]!]! + certificate.helperPrice[problem.helper[e]!]!;
}

function pricedAlternative(view: RoundView, e: number, other: number): Alternative {
  const { problem } = view;
  const least = takesAPlace(view, other) ? 0 : Math.max(0, beyondPrices(view, other));
  return { helper: problem.helper[other]!, parts: partsOf(view, other), ownCost: problem.cost[other]! - problem.cost[e]!, totalCost: least, pairsLost: null, losing: [], changing: [], exact: false };
}

/** Costs by which, of equally good answers, the one that moves the fewest pairs is best; null when costs would grow too large. */
function stableCosts({ problem, options, answer, chosen }: RoundView): Int32Array | null {
  const kept = new Set((options.kept ?? []).map((pair) => `${pair.resident}:${pair.helper}`));
  const scale = answer.pairs + 2;
  const costs: number[] = [];
  for (let r = 0; r < problem.wants.length; r++) {
    for (let e = problem.rowStart[r]!; e < problem.rowStart[r + 1]!; e++) {
      const bonus = kept.has(`${r}:${problem.helper[e]!}`) ? options.keepBonus ?? 0 : 0;
      costs.push((problem.cost[e]! - bonus) * scale - chosen[e]!);
    }
  }
  return costs.every((cost) => Math.abs(cost) < 0x7fffffff) ? Int32Array.from(costs) : null;
}

function solvedAlternative(view: RoundView, stable: Int32Array, e: number, other: number): Alternative {
  const { problem, options, answer, residentOf } = view;
  const resident = residentOf[e]!;
  const pairAt = (at: number) => ({ resident, helper: problem.helper[at]! });
  const again = solve({ ...problem, cost: stable }, { ...options, kept: [], locked: [...(options.locked ?? []), pairAt(other)], forbidden: [...(options.forbidden ?? []), pairAt(e)] });
  const now = new Set(again.chosen);
  const left = Int32Array.from(view.has, () => 0);
  for (const at of again.chosen) left[residentOf[at]!]!++;
  const others = [...new Set([...answer.chosen].filter((at) => !now.has(at)).map((at) => residentOf[at]!))].filter((r) => r !== resident);
  const cost = [...again.chosen].reduce((sum, at) => sum + problem.cost[at]!, 0);
  return {
    helper: problem.helper[other]!,
    parts: partsOf(view, other),
    ownCost: problem.cost[other]! - problem.cost[e]!,
    totalCost: cost - answer.cost,
    pairsLost: answer.pairs - again.pairs,
    losing: others.filter((r) => left[r]! < view.has[r]!),
    changing: others.filter((r) => left[r]! >= view.has[r]!),
    exact: true,
  };
}

function partsOf(view: RoundView, e: number): ScorePart[] {
  return scoreParts(view.residents[view.residentOf[e]!]!, view.helpers[view.problem.helper[e]!]!, view.rules);
}
