import { Refusal } from "#kernel/refusal.ts";

/** What a lane or community needs (需求), and who pays for it. Quantities are whole units: visits, hours, meals. */
export interface SupplyNeed {
  readonly id: string;
  /** Kind of service. */
  readonly kind: string;
  readonly quantity: number;
  /** Whose budget (预算) it is paid from. */
  readonly buyerId: string;
  /** The most a unit may cost (最高单价), in 分. */
  readonly maxUnitPriceFen: number;
  readonly areaId: string;
  /** What the people concerned are, for offers open to some only. */
  readonly eligibility: readonly string[];
  /** Days within which the service must be able to begin, both included. */
  readonly fromOn: string;
  readonly untilOn: string;
  /** 0 is served first; no later tier ever takes a unit from an earlier one. */
  readonly tier: number;
}

/** What a provider offers (供给). */
export interface SupplyOffer {
  readonly id: string;
  readonly providerId: string;
  readonly kind: string;
  readonly capacity: number;
  /** 单价, in 分. */
  readonly unitPriceFen: number;
  readonly areaIds: readonly string[];
  /** Open only to people who are one of these; empty: to everyone. */
  readonly eligibility: readonly string[];
  /** First day it can begin. */
  readonly readyOn: string;
  /** Fewest units one need can take of it; 1 when any number will do. */
  readonly minimumLot: number;
}

export interface SupplyBuyer {
  readonly id: string;
  /** Null: not limited. */
  readonly budgetFen: number | null;
}

export interface SupplyProblem {
  readonly needs: readonly SupplyNeed[];
  readonly offers: readonly SupplyOffer[];
  readonly buyers: readonly SupplyBuyer[];
}

/** So many units of an offer for a need. */
export interface Delivery {
  readonly need: number;
  readonly offer: number;
  readonly units: number;
}

/** One step of the answer: the most units of a tier, or at last the least cost, with what proves it. */
export interface SupplyStage {
  readonly tier: number | null;
  /** Units of the tier, or total cost in 分. */
  readonly value: number;
  /** Prices of the limits, in the order needs, offers, buyers, tiers: any such prices bound every answer. */
  readonly prices: readonly number[];
  /** `prices`: the bound they give is the value itself. `search`: the solver searched until no gap was left. `gap`: it stopped before. */
  readonly proof: "prices" | "search" | "gap";
  /** No answer does better than this; equal to the value unless there is a gap. */
  readonly bound: number;
  /** How far at most the value is from the best there is, in its own unit; 0 where it is proven. */
  readonly gap: number;
}

export interface SupplyAnswer {
  readonly deliveries: readonly Delivery[];
  readonly units: number;
  readonly costFen: number;
  readonly stages: readonly SupplyStage[];
  /** False when a stage ended with a gap. What later stages prove then holds beside the value it reached, not beside the best there might be. */
  readonly proven: boolean;
}

/** Beyond this, sums of money would leave the numbers the solver holds exactly: 100 亿元. */
const MOST_FEN = 1e12;
const MOST_UNITS = 1e9;

/** Refuses a problem that has no meaning, and names what is wrong with it. Nothing to give or to take is not wrong. */
export function checkSupply({ needs, offers, buyers }: SupplyProblem): void {
  const count = (n: number, most: number) => Number.isSafeInteger(n) && n >= 0 && n <= most;
  for (const list of [needs, offers, buyers]) if (new Set(list.map(({ id }) => id)).size !== list.length) throw malformed("repeated");
  const known = new Set(buyers.map(({ id }) => id));
  for (const need of needs) {
    if (!count(need.quantity, MOST_UNITS) || !count(need.maxUnitPriceFen, MOST_FEN) || !count(need.tier, 1000)) throw malformed("need", need.id);
    if (!known.has(need.buyerId)) throw malformed("buyer", need.id);
    if (need.fromOn > need.untilOn) throw malformed("window", need.id);
  }
  for (const offer of offers) {
    if (!count(offer.capacity, MOST_UNITS) || !count(offer.unitPriceFen, MOST_FEN)) throw malformed("offer", offer.id);
    if (!count(offer.minimumLot, MOST_UNITS) || offer.minimumLot < 1) throw malformed("lot", offer.id);
  }
  for (const buyer of buyers) if (buyer.budgetFen !== null && !count(buyer.budgetFen, MOST_FEN)) throw malformed("budget", buyer.id);
  const units = needs.reduce((sum, { quantity }) => sum + quantity, 0);
  if (units * Math.max(0, ...offers.map(({ unitPriceFen }) => unitPriceFen)) > MOST_FEN) throw malformed("too_large");
}

function malformed(what: string, id = ""): Refusal {
  return new Refusal("invalid_input", "matching.supply_malformed", { params: { what, id } });
}
