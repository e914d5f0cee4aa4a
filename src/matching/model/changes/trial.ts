import type { HelperOffer, ResidentNeed } from "../candidates/people.ts";
import type { PairOfIds, RoundWishes } from "../round.ts";

/** What is tried before it is decided: a plain re-run, one thing changed, or a drill that can never be adopted. */
export type Trial =
  | { readonly kind: "again" }
  | ({ readonly kind: "lock" } & PairOfIds)
  | ({ readonly kind: "forbid"; readonly reason: string } & PairOfIds)
  | { readonly kind: "drop_out"; readonly helperIds: readonly string[] }
  | { readonly kind: "come_in"; readonly helperIds: readonly string[] }
  | { readonly kind: "drill"; readonly helperIds: readonly string[]; readonly percent: number | null };

/** The people and wishes of a round as they would be. */
export interface TriedRound {
  readonly residents: readonly ResidentNeed[];
  readonly helpers: readonly HelperOffer[];
  readonly wishes: RoundWishes;
  /** Helpers who are not in the round and could come in. */
  readonly besides?: readonly HelperOffer[];
}

export function applyTrial(round: TriedRound, trial: Trial): TriedRound {
  const { wishes } = round;
  switch (trial.kind) {
    case "again": return round;
    case "lock": return { ...round, wishes: { ...wishes, forbidden: without(wishes.forbidden, trial), locked: [...without(wishes.locked, trial), pairOf(trial)] } };
    case "forbid": return { ...round, wishes: { ...wishes, locked: without(wishes.locked, trial), forbidden: [...without(wishes.forbidden, trial), pairOf(trial)] } };
    case "come_in": return { ...round, helpers: [...round.helpers, ...comersOf(round, trial)], besides: [] };
    case "drop_out": case "drill": {
      const gone = new Set(trial.helperIds);
      return { ...round, helpers: round.helpers.filter(({ id }) => !gone.has(id)), wishes: { ...wishes, locked: wishes.locked.filter(({ helperId }) => !gone.has(helperId)) } };
    }
  }
}

/** Those of a trial who are not in the round yet. */
export function comersOf({ besides = [] }: TriedRound, trial: Trial): readonly HelperOffer[] {
  return trial.kind === "come_in" ? besides.filter(({ id }) => trial.helperIds.includes(id)) : [];
}

const pairOf = ({ residentId, helperId }: PairOfIds): PairOfIds => ({ residentId, helperId });

function without(pairs: readonly PairOfIds[], pair: PairOfIds): PairOfIds[] {
  return pairs.filter(({ residentId, helperId }) => residentId !== pair.residentId || helperId !== pair.helperId);
}

/** A share of the team for a drill, drawn the same way each time it is asked for the same people. */
export function drawShare(helperIds: readonly string[], percent: number): string[] {
  const count = Math.round((helperIds.length * Math.min(100, Math.max(0, percent))) / 100);
  return [...helperIds].sort((a, b) => scatter(a) - scatter(b) || (a < b ? -1 : 1)).slice(0, count);
}

/** FNV-1a, 32 bits: an order that has nothing to do with names or places. */
function scatter(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}
