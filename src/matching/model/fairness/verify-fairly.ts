import type { MatchOptions, MatchProblem } from "../solver/problem.ts";
import { verify, type Flaw } from "../solver/verify.ts";
import type { FairnessChoice, FairnessContext } from "./choice.ts";
import type { FairAnswer } from "./solve-fairly.ts";
import { flawInCap, type CapFlaw } from "./verify-cap.ts";
import { surveyGround, type Ground, type GroundFlaw } from "./verify-cut.ts";
import { settleStage, wellFormed } from "./verify-stage.ts";

/** Why a fair answer was refused; `null` from `verifyFairly` means it was proven best. */
export type FairFlaw = Flaw | GroundFlaw | CapFlaw | "wrong_choice" | "level_not_least" | "levels_unordered";

/**
 * Checks an answer and its proof from the problem alone, sharing no code with what made them. Stage by stage, prices prove that no answer
 * still in question is better (complementary slackness), and every pair with a reduced cost other than zero is settled for the stages to come.
 */
export function verifyFairly(problem: MatchProblem, options: MatchOptions, choice: FairnessChoice, { order, groups }: FairnessContext, { proof, answer }: FairAnswer): FairFlaw | null {
  const { order: _, ...plain } = options;
  const inOrder = order ? { ...plain, order } : plain;
  switch (choice.mode) {
    case "least_cost": return verify(problem, plain, answer);
    case "hardest_first": return verify(problem, inOrder, answer);
    case "leximin": {
      const ground = surveyGround(problem, choice.orderFirst ? inOrder : plain, answer);
      return typeof ground === "string" ? ground : proof.kind === "levels" ? flawInLevels(ground, choice.bandWidth, proof) : "wrong_choice";
    }
    case "group_cap": {
      const ground = surveyGround(problem, { ...plain, order: { rank: new Int32Array(problem.wants.length), everyoneOnce: true } }, answer);
      return typeof ground === "string" ? ground : proof.kind === "cap" && groups ? flawInCap(ground, choice.capPoints, groups, proof) : "wrong_choice";
    }
  }
}

type LevelsProof = FairAnswer["proof"] & { readonly kind: "levels" };

function flawInLevels(ground: Ground, bandWidth: number, { levels, last }: LevelsProof): FairFlaw | null {
  const { problem, residentOf, settled, price } = ground;
  const levelOf = (e: number): number => Math.floor(price(e) / bandWidth);
  const open = [...problem.helper.keys()].filter((e) => settled[e] === 0);
  const [byLevel, byResident, byHelper] = [Map.groupBy(open, levelOf), Map.groupBy(open, (e) => residentOf[e]!), Map.groupBy(open, (e) => problem.helper[e]!)];
  if (levels.some(({ level }, at) => !byLevel.has(level) || (at > 0 && level >= levels[at - 1]!.level))) return "levels_unordered";
  const proofs = new Map(levels.map((one) => [one.level, one]));
  for (const level of [...byLevel.keys()].sort((a, b) => b - a)) {
    const proof = proofs.get(level);
    const [residents, helpers] = [pricesBy(proof?.residents, proof?.residentPrice), pricesBy(proof?.helpers, proof?.helperPrice)];
    if (!residents || !helpers) return "price_invalid";
    const near = new Set(byLevel.get(level));
    for (const r of residents.keys()) for (const e of byResident.get(r) ?? []) near.add(e);
    for (const h of helpers.keys()) for (const e of byHelper.get(h) ?? []) near.add(e);
    const prices = { resident: (r: number) => residents.get(r) ?? 0, helper: (h: number) => helpers.get(h) ?? 0, residents: residents.keys(), helpers: helpers.keys() };
    if (!settleStage(ground, [...near], (e) => (levelOf(e) === level ? 1 : 0), prices)) return "level_not_least";
  }
  if (!wellFormed(problem, last)) return "price_invalid";
  const prices = { resident: (r: number) => last.residentPrice[r]!, helper: (h: number) => last.helperPrice[h]!, residents: problem.wants.keys(), helpers: problem.capacity.keys() };
  return settleStage(ground, open, price, prices) ? null : "not_cheapest";
}

/** Prices of those who are named; null when they do not fit together. */
function pricesBy(people: Int32Array = new Int32Array(0), prices: Int32Array = new Int32Array(0)): Map<number, number> | null {
  const map = new Map(Array.from(people, (person, at) => [person, prices[at]!]));
  return people.length === prices.length && map.size === people.length ? map : null;
}
