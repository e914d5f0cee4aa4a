import type { HelperOffer, ResidentNeed } from "./candidates/people.ts";
import { mayPair, type MatchRules } from "./candidates/rules.ts";
import { callIn } from "./changes/call-in.ts";
import { compareAnswers, pairKey, type ChangeCounts, type Comparison } from "./changes/compare.ts";
import { solveTrial } from "./changes/solve-trial.ts";
import { applyTrial, type Trial } from "./changes/trial.ts";
import { COMPARED_UP_TO } from "./fairness/rounds/compared-rounds.ts";
import { priceChoices, type ChoicePrices } from "./fairness/rounds/round-fairness.ts";
import { recruitmentOf, type Recruit } from "./explain/recruitment.ts";
import type { Certificate } from "./solver/problem.ts";
import { answerOf, solveView, type PairOfIds, type RoundAnswer, type RoundWishes } from "./round.ts";

/** Everything a thread needs to compute a round; plain values only. `wishes.kept` is the answer it sets out from. */
export interface RoundTask {
  readonly residents: readonly ResidentNeed[];
  readonly helpers: readonly HelperOffer[];
  readonly rules: MatchRules;
  readonly wishes: RoundWishes;
  /** Pairs of that answer that have become pairs since and stay whatever is drilled. */
  readonly standing?: number;
  readonly trial: Trial | null;
  /** Helpers outside the round: who would come in, or could when somebody drops out. */
  readonly besides?: readonly HelperOffer[];
  /** Prices of the answer it sets out from, for a trial. */
  readonly prices?: Certificate | null;
  /** That the choices of fairness are to be compared however many people there are. */
  readonly compare?: boolean;
}

/** The answer as rows ready to be kept: JSON texts of some hundred rows each, so that nobody has to lay out ten thousand objects again. */
export interface RoundRows {
  readonly pairs: number;
  readonly cost: number;
  readonly leftOut: number;
  readonly proven: boolean;
  readonly changes: ChangeCounts;
  readonly recruitment: readonly Recruit[];
  readonly choices: ChoicePrices | null;
  /** Null where a choice of fairness is proven otherwise. */
  readonly prices: Certificate | null;
  readonly proposals: readonly string[];
  readonly unmatched: readonly string[];
}

const ROWS_A_TEXT = 500;
const STEPS = 100;
/** Of the way, where all choices are compared too: the comparison is the longer part by far. */
const ROUND_SHARE = 0.25;

/** Computes a round from beginning to end: candidates, the best answer and its proof, reasons, what changed, where help is wanted. */
export function work(task: RoundTask, progress: (done: number, total: number) => void): RoundRows {
  const { rules, compare = false, standing = 0 } = task;
  const steps = compare ? STEPS * ROUND_SHARE : STEPS;
  const told = (share: number) => progress(Math.round(share * steps), STEPS);
  const { trial } = task;
  const { residents, helpers, wishes } = trial ? applyTrial(task, trial) : task;
  const solving = (share: number) => told(0.8 * share);
  const { view, proven, cheapest, certificate } = trial ? solveTrial(task, trial, rules, task.prices ?? null, solving) : solveView(residents, helpers, rules, wishes, solving);
  const within = answerOf(view, proven);
  const answer = trial?.kind === "drill" ? callIn(within, residents, task.besides ?? [], rules, wishes) : within;
  told(0.85);
  // Before the first answer there was nothing that could have changed.
  const earlier = task.wishes.kept.length + standing > 0 ? task.wishes.kept : answer.proposals;
  const compared = compareAnswers(earlier, answer.proposals, groundOf(residents, helpers, rules, wishes));
  const recruitment = recruitmentOf(cheapest);
  told(0.95);
  const fully = compare || residents.length <= COMPARED_UP_TO;
  const choices = fully ? priceChoices(view.problem, view.options, residents, rules.fairness, compare ? (share) => progress(Math.round(steps + share * (STEPS - steps)), STEPS) : undefined) : null;
  return {
    pairs: answer.pairs, cost: answer.cost, leftOut: answer.unmatched.length, proven, changes: { ...compared.counts, kept: compared.counts.kept + standing }, recruitment, choices, prices: certificate,
    proposals: inTexts(proposalRows(answer, compared, residents, helpers)), unmatched: inTexts(unmatchedRows(answer, compared, residents)),
  };
}

function groundOf(residents: readonly ResidentNeed[], helpers: readonly HelperOffer[], rules: MatchRules, { locked, forbidden }: RoundWishes) {
  const [resident, helper] = [new Map(residents.map((one) => [one.id, one])), new Map(helpers.map((one) => [one.id, one]))];
  const [fixed, banned] = [new Set(locked.map(pairKey)), new Set(forbidden.map(pairKey))];
  return {
    residents: new Set(resident.keys()), helpers: new Set(helper.keys()), isLocked: (pair: PairOfIds) => fixed.has(pairKey(pair)), isForbidden: (pair: PairOfIds) => banned.has(pairKey(pair)),
    fits: (pair: PairOfIds) => mayPair(resident.get(pair.residentId)!, helper.get(pair.helperId)!, rules) === true,
  };
}

/** Column names as the tables have them. */
function proposalRows(answer: RoundAnswer, { came }: Comparison, residents: readonly ResidentNeed[], helpers: readonly HelperOffer[]): object[] {
  const [here, there] = [communities(residents), communities(helpers)];
  return answer.proposals.map(({ residentId, helperId, cost, locked, parts, alternative }, position) => {
    const change = came.get(pairKey({ residentId, helperId })) ?? null;
    return { position, resident_id: residentId, helper_id: helperId, cost, locked, fresh: change !== null, came: change, parts, alternative, resident_community: here.get(residentId) ?? null, helper_community: there.get(helperId) ?? null };
  });
}

function unmatchedRows(answer: RoundAnswer, { lost }: Comparison, residents: readonly ResidentNeed[]): object[] {
  const here = communities(residents);
  return answer.unmatched.map(({ residentId, excluded, suitableButFull, change }, position) => (
    { position, resident_id: residentId, excluded, suitable_but_full: suitableButFull, change, lost: lost.get(residentId) ?? null, resident_community: here.get(residentId) ?? null }));
}

/** Communities by person; somebody without one stands in a place of their own, which is no community. */
function communities(people: readonly (ResidentNeed | HelperOffer)[]): Map<string, string | null> {
  return new Map(people.map(({ id, place }) => [id, place.communityId.startsWith("unknown:") ? null : place.communityId]));
}

function inTexts(rows: readonly object[]): string[] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_A_TEXT) }, (_, k) => JSON.stringify(rows.slice(k * ROWS_A_TEXT, (k + 1) * ROWS_A_TEXT)));
}
