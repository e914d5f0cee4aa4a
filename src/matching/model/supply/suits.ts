import type { SupplyNeed, SupplyOffer, SupplyProblem } from "./problem.ts";

/** Why an offer is nothing for a need, in the order in which it is said. */
export type Mismatch = "kind" | "area" | "eligibility" | "too_late" | "too_dear";

/** The first reason against, or null. */
export function mismatch(need: SupplyNeed, offer: SupplyOffer): Mismatch | null {
  if (offer.kind !== need.kind) return "kind";
  if (!offer.areaIds.includes(need.areaId)) return "area";
  if (offer.eligibility.length > 0 && !offer.eligibility.some((one) => need.eligibility.includes(one))) return "eligibility";
  if (offer.readyOn > need.untilOn) return "too_late";
  return offer.unitPriceFen > need.maxUnitPriceFen ? "too_dear" : null;
}

/** Needs and offers that suit each other, need by need; units is the most that could pass. */
export function suitablePairs({ needs, offers }: SupplyProblem): { readonly need: number; readonly offer: number; readonly most: number }[] {
  const byKind = Map.groupBy(offers.keys(), (offer) => offers[offer]!.kind);
  return needs.flatMap((need, at) => (byKind.get(need.kind) ?? []).flatMap((offer) => {
    const most = Math.min(need.quantity, offers[offer]!.capacity);
    return most > 0 && most >= offers[offer]!.minimumLot && mismatch(need, offers[offer]!) === null ? [{ need: at, offer, most }] : [];
  }));
}
