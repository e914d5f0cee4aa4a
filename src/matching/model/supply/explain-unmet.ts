import type { SupplyAnswer, SupplyProblem } from "./problem.ts";
import { mismatch, type Mismatch } from "./suits.ts";

/**
 * Why units of a need are not met, and one change that would meet more while everything else stays as it is: a larger budget, for all that offers
 * still have room for; a lower price of one offer; or one more offer with so many units at the usual price, and what the budget lacks for it.
 */
export interface UnmetNeed {
  readonly need: number;
  readonly missing: number;
  readonly reason: "no_offer" | "too_dear" | "capacity" | "budget" | "minimum_lot";
  /** For `no_offer`: what stands against the nearest offers, the commonest first. */
  readonly against: readonly { readonly mismatch: Mismatch; readonly count: number }[];
  /** For `capacity`: units of the suitable offers that earlier tiers, and the same tier, were given. */
  readonly takenByEarlier: number;
  readonly takenBySame: number;
  readonly change:
    | { readonly kind: "budget"; readonly buyerId: string; readonly moreFen: number }
    | { readonly kind: "price"; readonly offer: number; readonly lessFen: number }
    | { readonly kind: "capacity"; readonly units: number; readonly unitPriceFen: number; readonly moreFen: number };
}

/** One explanation for each need that is not met in full, in the order of the needs. */
export function explainUnmet(problem: SupplyProblem, answer: SupplyAnswer): UnmetNeed[] {
  const { needs, offers, buyers } = problem;
  const [met, spare] = [needs.map(() => 0), offers.map(({ capacity }) => capacity)];
  const left = new Map(buyers.map(({ id, budgetFen }) => [id, budgetFen ?? Infinity]));
  for (const { need, offer, units } of answer.deliveries) {
    met[need]! += units;
    spare[offer]! -= units;
    left.set(needs[need]!.buyerId, left.get(needs[need]!.buyerId)! - units * offers[offer]!.unitPriceFen);
  }
  return needs.flatMap((need, at) => {
    const missing = need.quantity - met[at]!;
    return missing === 0 ? [] : [{ need: at, missing, ...reasonOf({ problem, answer, at, missing, spare, leftFen: left.get(need.buyerId)! }) }];
  });
}

interface Question {
  readonly problem: SupplyProblem;
  readonly answer: SupplyAnswer;
  readonly at: number;
  readonly missing: number;
  readonly spare: readonly number[];
  readonly leftFen: number;
}

function reasonOf(question: Question): Omit<UnmetNeed, "need" | "missing"> {
  const { problem: { needs, offers }, at, missing, spare, leftFen } = question;
  const need = needs[at]!;
  const none = { against: [], takenByEarlier: 0, takenBySame: 0 };
  const against = offers.map((offer) => mismatch(need, offer));
  const suitable = [...offers.keys()].filter((j) => against[j] === null).sort((a, b) => offers[a]!.unitPriceFen - offers[b]!.unitPriceFen || a - b);
  const usable = suitable.filter((j) => fits(question, j));
  const unitPriceFen = Math.min(need.maxUnitPriceFen, ...suitable.map((j) => offers[j]!.unitPriceFen));
  const change = { kind: "capacity" as const, units: missing, unitPriceFen, moreFen: Math.max(0, missing * unitPriceFen - leftFen) };
  if (usable.length > 0) return { ...none, reason: "budget", change: { kind: "budget", buyerId: need.buyerId, moreFen: costOf(question, usable) - leftFen } };
  if (suitable.some((j) => spare[j]! > 0)) return { ...none, reason: "minimum_lot", change };
  const dear = [...offers.keys()].filter((j) => against[j] === "too_dear" && fits(question, j) && leftFen >= offers[j]!.minimumLot * need.maxUnitPriceFen)
    .sort((a, b) => offers[a]!.unitPriceFen - offers[b]!.unitPriceFen || a - b)[0];
  if (dear !== undefined) return { ...none, reason: suitable.length > 0 ? "capacity" : "too_dear", ...takenOf(question, suitable), change: { kind: "price", offer: dear, lessFen: offers[dear]!.unitPriceFen - need.maxUnitPriceFen } };
  if (suitable.length > 0) return { ...none, reason: "capacity", ...takenOf(question, suitable), change };
  const counts = new Map<Mismatch, number>();
  offers.forEach((offer, j) => { if (offer.kind === need.kind) counts.set(against[j]!, (counts.get(against[j]!) ?? 0) + 1); });
  return { ...none, reason: against.includes("too_dear") ? "too_dear" : "no_offer", against: [...counts].map(([kind, count]) => ({ mismatch: kind, count })).sort((a, b) => b.count - a.count), change };
}

/** Could the need take more of an offer, were money no matter? Its lot counts only for the first units. */
function fits({ problem: { offers }, answer, at, missing, spare }: Question, offer: number): boolean {
  const lot = answer.deliveries.some((one) => one.need === at && one.offer === offer) ? 1 : offers[offer]!.minimumLot;
  return spare[offer]! >= lot && missing >= lot;
}

/** What the missing units would cost from offers with room, the cheapest first, as far as room goes. */
function costOf(question: Question, usable: readonly number[]): number {
  const { offers } = question.problem;
  let [open, cost] = [question.missing, 0];
  for (const j of usable) {
    if (!fits({ ...question, missing: open }, j)) continue;
    const units = Math.min(open, question.spare[j]!);
    open -= units;
    cost += units * offers[j]!.unitPriceFen;
  }
  return cost;
}

function takenOf({ problem: { needs }, answer, at }: Question, suitable: readonly number[]): Pick<UnmetNeed, "takenByEarlier" | "takenBySame"> {
  const offers = new Set(suitable);
  const taken = (holds: (tier: number) => boolean) => answer.deliveries.reduce((sum, { need, offer, units }) => sum + (offers.has(offer) && need !== at && holds(needs[need]!.tier) ? units : 0), 0);
  return { takenByEarlier: taken((tier) => tier < needs[at]!.tier), takenBySame: taken((tier) => tier === needs[at]!.tier) };
}
