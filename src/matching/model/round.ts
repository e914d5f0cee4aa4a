import { buildCandidates } from "./candidates/build-candidates.ts";
import type { HelperOffer, ResidentNeed } from "./candidates/people.ts";
import type { MatchRules, RuleReason } from "./candidates/rules.ts";
import type { ScorePart } from "./candidates/score.ts";
import { effectsOf } from "./explain/effects.ts";
import { explainPairs } from "./explain/explain-pairs.ts";
import { explainUnmatched } from "./explain/explain-unmatched.ts";
import type { Change } from "./explain/smallest-change.ts";
import { viewRound, type RoundView } from "./explain/solved-round.ts";
import { candidateOf, type Certificate, type IndexPair, type MatchOptions, type MatchProblem } from "./solver/problem.ts";
import { settleRound } from "./fairness/rounds/round-fairness.ts";

/** Two people of a round, by their ids. */
export interface PairOfIds {
  readonly residentId: string;
  readonly helperId: string;
}

/** What choosing another would do, with people by their ids. */
export type EffectOfIds =
  | { readonly kind: "farther"; readonly residentId: string; readonly metres: number }
  | { readonly kind: "fewer_hours"; readonly minutes: number }
  | { readonly kind: "losing"; readonly residentIds: readonly string[] }
  | { readonly kind: "changing"; readonly count: number }
  | { readonly kind: "less_fitting" | "dearer" | "less_even" };

/** One proposed pair with why. Plain data: it is kept with the run and read back as it was. */
export interface Proposal extends PairOfIds {
  readonly cost: number;
  readonly locked: boolean;
  readonly parts: readonly ScorePart[];
  readonly alternative: { readonly helperId: string; readonly effects: readonly EffectOfIds[] } | null;
}

/** A resident without a friend, why, and the one change that would help. */
export interface Unmatched {
  readonly residentId: string;
  readonly excluded: readonly { readonly key: string; readonly params: RuleReason["params"]; readonly count: number }[];
  readonly suitableButFull: number;
  readonly change: { readonly change: Change; readonly helperId: string | null; readonly moves: number; readonly unchanged: number } | null;
}

export interface RoundAnswer {
  readonly proposals: readonly Proposal[];
  readonly unmatched: readonly Unmatched[];
  readonly pairs: number;
  readonly cost: number;
  /** The separate verifier found the answer to be best; one it did not is never shown. */
  readonly proven: boolean;
}

/** What the organiser fixed, and what the last answer was. */
export interface RoundWishes {
  readonly locked: readonly PairOfIds[];
  readonly forbidden: readonly PairOfIds[];
  readonly kept: readonly PairOfIds[];
}

/** Cost of a point: costs are reckoned in hundredths. */
const PER_POINT = 100;

/** How far the solving of a round has come, 0–1. */
export type RoundProgress = (share: number) => void;

/** A solved round to ask why, the cheapest answer for what prices say, and the prices where they alone are the proof. */
export interface SolvedView {
  readonly view: RoundView;
  readonly proven: boolean;
  readonly cheapest: RoundView;
  readonly certificate: Certificate | null;
}

/** The organiser's wishes by the indices of a problem; pairs that are no candidates are left out. Without rules nothing is kept cheaper. */
export function optionsOf(problem: MatchProblem, residents: readonly ResidentNeed[], helpers: readonly HelperOffer[], rules: MatchRules | null, wishes: RoundWishes): MatchOptions {
  const indexOf = indexer(residents, helpers);
  const known = (pairs: readonly PairOfIds[]): IndexPair[] => pairs.flatMap((pair) => indexOf(pair) ?? []).filter((pair) => candidateOf(problem, pair) >= 0);
  return { locked: known(wishes.locked), forbidden: known(wishes.forbidden), kept: known(wishes.kept), keepBonus: Math.round((rules?.stability ?? 0) * PER_POINT), seed: 1 };
}

/** Solves a round: exact by its choice of fairness, verified, and the same for the same input. */
export function solveView(residents: readonly ResidentNeed[], helpers: readonly HelperOffer[], rules: MatchRules, wishes: RoundWishes, progress: RoundProgress = () => {}): SolvedView {
  const problem = buildCandidates(residents, helpers, rules, (done) => progress((0.5 * done) / Math.max(1, residents.length)));
  progress(0.5);
  const given = optionsOf(problem, residents, helpers, rules, wishes);
  const { answer, proven, cheapest, options } = settleRound(problem, given, residents, rules.fairness);
  progress(0.7);
  const view = viewRound({ residents, helpers, rules, problem, options, answer });
  return { view, proven, certificate: cheapest === answer ? answer.certificate : null, cheapest: cheapest === answer ? view : viewRound({ ...view, answer: cheapest }) };
}

/** Solves a round and explains every pair and everyone left out. */
export function solveRound(residents: readonly ResidentNeed[], helpers: readonly HelperOffer[], rules: MatchRules, wishes: RoundWishes): RoundAnswer {
  const { view, proven } = solveView(residents, helpers, rules, wishes);
  return answerOf(view, proven);
}

/** A solved round as plain data with its explanations, people by their ids. */
export function answerOf(view: RoundView, proven: boolean): RoundAnswer {
  const { residents, helpers, answer } = view;
  const residentId = (index: number) => residents[index]!.id;
  const helperId = (index: number) => helpers[index]!.id;
  const proposals = explainPairs(view).map((pair): Proposal => ({
    residentId: residentId(pair.resident), helperId: helperId(pair.helper), cost: pair.cost, locked: pair.locked, parts: pair.parts,
    alternative: pair.alternative ? {
      helperId: helperId(pair.alternative.helper),
      effects: effectsOf(pair).map((effect): EffectOfIds => {
        if (effect.kind === "farther") return { kind: "farther", residentId: residentId(effect.resident), metres: effect.metres };
        if (effect.kind === "losing") return { kind: "losing", residentIds: effect.residents.map(residentId) };
        return effect;
      }),
    } : null,
  }));
  const unmatched = explainUnmatched(view).map(({ resident, excluded, suitableButFull, change }): Unmatched => ({
    residentId: residentId(resident), excluded: excluded.map(({ key, params, count }) => ({ key, params, count })), suitableButFull: suitableButFull.length,
    change: change && { change: change.change, helperId: change.helper === null ? null : helperId(change.helper), moves: change.moves.length, unchanged: change.unchanged },
  }));
  return { proposals, unmatched, pairs: answer.pairs, cost: answer.cost, proven };
}

function indexer(residents: readonly ResidentNeed[], helpers: readonly HelperOffer[]) {
  const residentAt = new Map(residents.map(({ id }, index) => [id, index]));
  const helperAt = new Map(helpers.map(({ id }, index) => [id, index]));
  return ({ residentId, helperId }: PairOfIds): IndexPair | null => {
    const [resident, helper] = [residentAt.get(residentId), helperAt.get(helperId)];
    return resident === undefined || helper === undefined ? null : { resident, helper };
  };
}

/** One decision of the organiser in a round. */
export interface Decision extends PairOfIds {
  readonly kind: "lock" | "unlock" | "forbid" | "allow" | "accept" | "override";
}

/** What stands after all decisions: later ones win. An accepted or overridden pair leaves the round. */
export function standingDecisions(decisions: readonly Decision[]): { locked: PairOfIds[]; forbidden: PairOfIds[]; settled: PairOfIds[] } {
  const latest = new Map<string, Decision>();
  for (const decision of decisions) latest.set(`${decision.residentId} ${decision.helperId}`, decision);
  const of = (...kinds: Decision["kind"][]) => [...latest.values()].filter(({ kind }) => kinds.includes(kind)).map(({ residentId, helperId }) => ({ residentId, helperId }));
  return { locked: of("lock"), forbidden: of("forbid"), settled: of("accept", "override") };
}

/** The day a round's people are judged on: its start, and today once that is past, so that nobody is in it by what they have taken back since. */
export const judgedOn = (startOn: string, today: string): string => (startOn < today ? today : startOn);
