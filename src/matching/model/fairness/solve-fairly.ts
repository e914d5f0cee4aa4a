import type { MatchAnswer, MatchOptions, MatchProblem } from "../solver/problem.ts";
import { solve } from "../solver/solve.ts";
import { totalsOf } from "../solver/totals.ts";
import { checkChoice } from "./choice.ts";
import type { FairnessChoice, FairnessContext } from "./choice.ts";
import { capGroups } from "./cap-groups.ts";
import type { CapProof } from "./cap-groups.ts";
import { faceOf, heldOn } from "./face.ts";
import { settleCost } from "./settle-cost.ts";
import type { PersonPrices } from "./settle-cost.ts";
import { settleLevels } from "./settle-levels.ts";
import type { LevelPrices } from "./settle-levels.ts";

/** Why a fair answer is best, for `verifyFairly`. The cut that comes with the answer proves that it is largest. */
export type FairProof =
  | { readonly kind: "prices" }
  | { readonly kind: "levels"; readonly levels: readonly LevelPrices[]; readonly last: PersonPrices }
  | ({ readonly kind: "cap" } & CapProof);

export interface FairAnswer {
  readonly choice: FairnessChoice;
  readonly answer: MatchAnswer;
  readonly proof: FairProof;
}

/** The best answer by the choice. Any `order` among the options gives way to that of the context, and only where the choice serves in order. */
export function solveFairly(problem: MatchProblem, options: MatchOptions, choice: FairnessChoice, context: FairnessContext = {}): FairAnswer {
  checkChoice(problem, choice, context);
  const staged = optionsFor(problem, options, choice, context);
  const first = solve(problem, staged);
  if (choice.mode === "leximin") return solveLeximin(problem, staged, choice, first);
  if (choice.mode !== "group_cap") return { choice, answer: first, proof: { kind: "prices" } };
  const { chosen, prices, proof } = capGroups(problem, staged, first, context.groups!, choice.capPoints);
  return { choice, answer: answerOf(problem, chosen, { ...first.certificate, ...prices }), proof: { kind: "cap", ...proof } };
}

/** What is settled before the choice itself: with a cap, that as many residents as possible have a friend at all. */
export function optionsFor(problem: MatchProblem, options: MatchOptions, choice: FairnessChoice, { order }: FairnessContext): MatchOptions {
  const { order: _, ...rest } = options;
  if (choice.mode === "group_cap") return { ...rest, order: { rank: new Int32Array(problem.wants.length), everyoneOnce: true } };
  const ordered = choice.mode === "hardest_first" || (choice.mode === "leximin" && choice.orderFirst);
  return ordered && order ? { ...rest, order } : rest;
}

function solveLeximin(problem: MatchProblem, options: MatchOptions, choice: FairnessChoice & { mode: "leximin" }, first: MatchAnswer): FairAnswer {
  const { outside, inside, settled } = faceOf(problem, options, first);
  const levels = [outside, inside].flatMap((side) => settleLevels(side, choice.bandWidth));
  const last = { residentPrice: new Float64Array(problem.wants.length), helperPrice: new Float64Array(problem.capacity.length) };
  for (const side of [outside, inside]) settleCost(side, last);
  const chosen = Int32Array.from([...settled, ...heldOn(outside), ...heldOn(inside)]).sort();
  return { choice, answer: answerOf(problem, chosen, first.certificate), proof: { kind: "levels", levels: merged(levels), last } };
}

/** One entry a level, the worst first: what the two sides say of a level stands side by side. */
function merged(levels: readonly LevelPrices[]): LevelPrices[] {
  const byLevel = new Map<number, LevelPrices>();
  for (const one of levels) {
    const other = byLevel.get(one.level);
    byLevel.set(one.level, !other ? one : {
      level: one.level, residents: joined(other.residents, one.residents), residentPrice: joined(other.residentPrice, one.residentPrice),
      helpers: joined(other.helpers, one.helpers), helperPrice: joined(other.helperPrice, one.helperPrice),
    });
  }
  return [...byLevel.values()].sort((a, b) => b.level - a.level);
}

const joined = (some: Int32Array, more: Int32Array): Int32Array => Int32Array.of(...some, ...more);

function answerOf(problem: MatchProblem, chosen: Int32Array, certificate: MatchAnswer["certificate"]): MatchAnswer {
  const standing = new Uint8Array(problem.helper.length);
  for (const e of chosen) standing[e] = 1;
  return { ...totalsOf(problem, standing), certificate };
}
