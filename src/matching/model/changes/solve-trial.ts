import { isRefusal } from "#kernel/refusal.ts";
import { buildCandidates } from "../candidates/build-candidates.ts";
import { DEFAULT_FAIRNESS, type MatchRules } from "../candidates/rules.ts";
import { viewRound } from "../explain/solved-round.ts";
import { choiceOf, contextOf } from "../fairness/rounds/round-fairness.ts";
import { optionsFor } from "../fairness/solve-fairly.ts";
import { Rematch } from "../rematch/rematch.ts";
import { optionsOf, solveView, type PairOfIds, type RoundProgress, type SolvedView } from "../round.ts";
import type { Certificate, MatchAnswer, MatchOptions, MatchProblem } from "../solver/problem.ts";
import { solve } from "../solver/solve.ts";
import { choose, totalsOf } from "../solver/totals.ts";
import { verify } from "../solver/verify.ts";
import { applyTrial, comersOf, type Trial, type TriedRound } from "./trial.ts";
import { withoutHelpers } from "./without-helpers.ts";

/** A trial's answer; `warm` when it was settled from the answer before instead of anew. Both are the same in pairs, serving order and cost. */
export interface SolvedTrial extends SolvedView {
  readonly warm: boolean;
}

/**
 * What one change would do. Nobody loses or gains their place in the serving order by a trial: it is the order of the round as it stands. From the
 * standing answer where its prices still prove it; anew where people or decisions have changed since, where many leave at once, and for choices of fairness that have no such prices.
 */
export function solveTrial(round: TriedRound, trial: Trial, rules: MatchRules, prices: Certificate | null, progress: RoundProgress = () => {}): SolvedTrial {
  const tried = applyTrial(round, trial);
  const choice = choiceOf(rules.fairness ?? DEFAULT_FAIRNESS);
  if (choice.mode !== "least_cost" && choice.mode !== "hardest_first") return { ...solveView(tried.residents, tried.helpers, rules, tried.wishes, progress), warm: false };
  const everybody = [...round.helpers, ...comersOf(round, trial)];
  const whole = buildCandidates(round.residents, everybody, rules, (done) => progress((0.5 * done) / Math.max(1, round.residents.length)));
  const { problem } = withoutHelpers(whole, everybody.map((_, h) => h < round.helpers.length));
  const context = contextOf(round.residents, problem, rules.fairness ?? DEFAULT_FAIRNESS);
  const inOrder = (some: MatchProblem, who: TriedRound) => optionsFor(problem, optionsOf(some, who.residents, who.helpers, rules, who.wishes), choice, context);
  progress(0.5);
  const staying = new Set(tried.helpers.map(({ id }) => id));
  const rest = withoutHelpers(whole, everybody.map(({ id }) => staying.has(id)));
  const options = inOrder(rest.problem, tried);
  const settled = rematched(round, trial, { problem, options: inOrder(problem, round), whole }, prices);
  const answer = settled ? rest.without(settled) : solve(rest.problem, options);
  progress(0.7);
  const view = viewRound({ residents: tried.residents, helpers: tried.helpers, rules, problem: rest.problem, options, answer });
  return { view, cheapest: view, proven: verify(rest.problem, options, answer) === null, warm: settled !== null, certificate: answer.certificate };
}

interface Ground {
  readonly problem: MatchProblem;
  readonly options: MatchOptions;
}

/** The round as it stands, and `whole` with whoever would come in as the last helpers. */
interface TrialGround extends Ground {
  readonly whole: MatchProblem;
}

/** Null where the standing answer is not proven by its prices any more, or the change is none that can be settled from it. */
function rematched(round: TriedRound, trial: Trial, { problem, options, whole }: TrialGround, prices: Certificate | null): MatchAnswer | null {
  const standing = prices && standingAnswer(round, { problem, options }, prices);
  if (!standing || !follows(round, trial) || verify(problem, options, standing) !== null) return null;
  if (trial.kind === "again") return standing;
  const rematch = begin({ problem, options }, standing);
  if (!rematch) return null;
  if (trial.kind === "drop_out" || trial.kind === "drill") {
    const gone = new Set(trial.helperIds);
    round.helpers.forEach(({ id }, h) => { if (gone.has(id)) rematch.dropOut(h); });
    return rematch.answer();
  }
  if (trial.kind === "come_in") {
    for (let h = round.helpers.length; h < whole.capacity.length; h++) rematch.join(whole.capacity[h]!, candidatesOf(whole, h));
    return rematch.answer();
  }
  const [pair] = optionsOf(problem, round.residents, round.helpers, null, { locked: [trial], forbidden: [], kept: [] }).locked!;
  if (pair && trial.kind === "lock") rematch.lock(pair);
  if (pair && trial.kind === "forbid") rematch.forbid(pair);
  return rematch.answer();
}

function candidatesOf({ wants, rowStart, helper, cost }: MatchProblem, h: number): { resident: number; cost: number }[] {
  const found: { resident: number; cost: number }[] = [];
  for (let r = 0; r < wants.length; r++) for (let e = rowStart[r]!; e < rowStart[r + 1]!; e++) if (helper[e] === h) found.push({ resident: r, cost: cost[e]! });
  return found;
}

/** The round's pairs with the prices that came with them, as far as they fit the people there are now. */
function standingAnswer({ wishes, residents, helpers }: TriedRound, { problem, options }: Ground, certificate: Certificate): MatchAnswer | null {
  const kept = options.kept ?? [];
  if (kept.length !== wishes.kept.length || certificate.residentRegion.length !== residents.length || certificate.helperRegion.length !== helpers.length) return null;
  const chosen = new Uint8Array(problem.helper.length);
  for (const pair of kept) choose(problem, chosen, pair);
  return { ...totalsOf(problem, chosen), certificate };
}

/** When more than so many leave or come at once, everything anew is quicker than one by one. Chosen by measurement (bench/trial.ts). */
const MOST_AT_ONCE = 8;

/** A lock or a ban that stands in the way must be undone first, which only a new solution can. */
function follows({ wishes: { locked, forbidden } }: TriedRound, trial: Trial): boolean {
  switch (trial.kind) {
    case "again": return true;
    case "come_in": return trial.helperIds.length <= MOST_AT_ONCE;
    case "lock": return !forbidden.some((pair) => same(pair, trial));
    case "forbid": return !locked.some((pair) => same(pair, trial));
    case "drop_out": case "drill": return trial.helperIds.length <= MOST_AT_ONCE && !locked.some(({ helperId }) => trial.helperIds.includes(helperId));
  }
}

const same = (a: PairOfIds, b: PairOfIds) => a.residentId === b.residentId && a.helperId === b.helperId;

/** A network in which going without could not be priced exactly is solved anew. */
function begin({ problem, options }: Ground, standing: MatchAnswer): Rematch | null {
  try {
    return new Rematch(problem, options, standing);
  } catch (error) {
    if (isRefusal(error) && error.reason === "matching.costs_too_large") return null;
    throw error;
  }
}
