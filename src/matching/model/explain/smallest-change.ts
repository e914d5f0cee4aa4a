import { DAY_PARTS, longestOverlap } from "../candidates/closeness.ts";
import type { DayPart } from "../candidates/closeness.ts";
import type { HelperOffer, ResidentNeed, WeeklyHours } from "../candidates/people.ts";
import { HARD_RULES, mayPair, onlyReason } from "../candidates/rules.ts";
import type { MatchRules, RuleReason } from "../candidates/rules.ts";
import { pairCost } from "../candidates/score.ts";
import { OPEN, candidateOf } from "../solver/problem.ts";
import { roomNearby } from "./room-nearby.ts";
import type { RoundView } from "./solved-round.ts";
import { fewestMoves } from "./swaps.ts";
import type { Move } from "./swaps.ts";

/** One thing that could be different. */
export type Change =
  | { readonly kind: "hours"; readonly weekday: WeeklyHours["weekday"]; readonly part: DayPart }
  | { readonly kind: "distance"; readonly metres: number }
  | { readonly kind: "distance_unknown" }
  | { readonly kind: "age_gap"; readonly years: number }
  | { readonly kind: "sex" }
  | { readonly kind: "language"; readonly language: string }
  | { readonly kind: "language_any" }
  | { readonly kind: "guardian_consent" }
  | { readonly kind: "eligible" }
  | { readonly kind: "capacity" }
  | { readonly kind: "volunteer"; readonly needs: VolunteerSought }
  /** Somebody from outside the round; only drills look there. */
  | { readonly kind: "come_in" };

/** Whom to look for when nobody there would do. */
export interface VolunteerSought {
  readonly communityId: string;
  readonly sex: ResidentNeed["sexAsked"];
  readonly languages: readonly string[];
  readonly hours: readonly WeeklyHours[];
}

export interface Suggestion {
  readonly change: Change;
  /** Who could then be the friend; null for a volunteer yet to be found. */
  readonly helper: number | null;
  /** Pairs that would have to change; nobody loses a friend. */
  readonly moves: readonly Move[];
  /** Pairs that would stay exactly as they are. */
  readonly unchanged: number;
}

/** What giving way on one more place asks, on the scale of the rules' burdens. */
const BURDEN_OF_CAPACITY = 2.5;

/** How many of the nearest helpers are looked at. */
export const REACH = 200;

/**
 * The smallest single change that would give a resident a friend while everyone else keeps one: what asks least of people,
 * then what moves the fewest pairs, then what pairs best. Null only when the resident may not be paired at all.
 */
export function smallestChange(view: RoundView, resident: number, nearest: readonly number[]): Suggestion | null {
  const need = view.residents[resident]!;
  const options = nearest.map((helper) => optionFor(view, resident, helper)).filter((option) => option !== null);
  for (const burden of [...new Set(options.map((option) => option.burden))].sort((a, b) => a - b)) {
    const best = leastMoving(view, resident, options.filter((option) => option.burden === burden));
    if (best) return { change: best.change, helper: best.helper, moves: best.moves, unchanged: view.answer.pairs - best.moves.length };
  }
  if (view.rules.hardRules.includes("guardian_consent") && (need.guardianConsent === "missing" || need.guardianConsent === "refused")) return null;
  const needs = { communityId: need.place.communityId, sex: need.sexAsked, languages: need.languagesAsked, hours: need.hours };
  return { change: { kind: "volunteer", needs }, helper: null, moves: [], unchanged: view.answer.pairs };
}

/** A change that would make one helper suitable, before asking whether a place can be made there. */
interface Option { readonly change: Change; readonly helper: number; readonly burden: number; readonly size: number; readonly cost: number }

/** Of options alike the one that moves the fewest pairs, then the smallest and cheapest. What cannot be better any more is not worked out. */
function leastMoving(view: RoundView, resident: number, options: readonly Option[]): (Option & { moves: Move[] }) | null {
  const room = roomNearby(view);
  const bound = ({ change, helper }: Option) => (change.kind === "capacity" ? 0 : room[helper]!);
  let best: (Option & { moves: Move[] }) | null = null;
  for (const option of options.filter((each) => bound(each) >= 0).sort((a, b) => bound(a) - bound(b) || a.size - b.size || a.cost - b.cost || a.helper - b.helper)) {
    if (best && (best.moves.length < bound(option) || (best.moves.length === bound(option) && bound(best) === bound(option)))) break;
    const moves = option.change.kind === "capacity" ? [] : fewestMoves(view, option.helper, resident);
    if (moves && (!best || moves.length < best.moves.length || (moves.length === best.moves.length && isSmaller(option, best)))) best = { ...option, moves };
  }
  return best;
}

function isSmaller(a: Option, b: Option): boolean {
  return (a.size - b.size || a.cost - b.cost || a.helper - b.helper) < 0;
}

function optionFor(view: RoundView, resident: number, helper: number): Option | null {
  const { residents, helpers, rules, problem } = view;
  const [need, offer] = [residents[resident]!, helpers[helper]!];
  const candidate = candidateOf(problem, { resident, helper });
  if (candidate >= 0) {
    if (view.chosen[candidate] || view.fixed[candidate]) return null;
    return { change: { kind: "capacity" }, helper, burden: BURDEN_OF_CAPACITY, size: 0, cost: problem.cost[candidate]! };
  }
  // Inside a closed region no place can be made, whoever moves.
  if ((problem.capacity[helper] ?? 0) === 0 || view.answer.certificate.helperRegion[helper] !== OPEN || isForbidden(view, resident, helper)) return null;
  const reason = onlyReason(need, offer, rules);
  const burden = reason && HARD_RULES.find((rule) => rule.id === reason.rule)!.burden;
  const change = reason && burden !== null ? changeAgainst(reason, need, offer, rules) : null;
  if (!change || burden === null) return null;
  const after = applyChange(need, offer, rules, change);
  if (mayPair(after.resident, after.helper, after.rules) !== true) return null;
  return { change, helper, burden, size: sizeOf(change), cost: pairCost(after.resident, after.helper, rules) };
}

/** What would have to be different for one rule to be kept; null when that may not be asked. */
function changeAgainst(reason: RuleReason, need: ResidentNeed, offer: HelperOffer, rules: MatchRules): Change | null {
  switch (reason.rule) {
    case "hours": return slotFor(need, offer, rules.limits.minOverlapMinutes);
    case "distance": return reason.key !== "distance_unknown" ? { kind: "distance", metres: Number(reason.params.metres) } : { kind: "distance_unknown" };
    case "age_gap": return { kind: "age_gap", years: Number(reason.params.years) };
    case "sex": return { kind: "sex" };
    case "language": {
      const language = need.languages.find((spoken) => offer.languages.includes(spoken));
      return language === undefined ? { kind: "language_any" } : { kind: "language", language };
    }
    case "guardian_consent": return reason.key === "guardian_consent_missing" ? { kind: "guardian_consent" } : null;
    case "eligible": return { kind: "eligible" };
    default: return null;
  }
}

/** The part of a day which, were the resident free in it, would let the two meet longest. */
function slotFor(need: ResidentNeed, offer: HelperOffer, minMinutes: number): Change | null {
  let [best, most]: [Change | null, number] = [null, minMinutes - 1];
  for (const weekday of [6, 7, 1, 2, 3, 4, 5] as const) {
    for (const part of Object.keys(DAY_PARTS) as DayPart[]) {
      const slot = { weekday, ...DAY_PARTS[part] };
      if (longestOverlap([slot], offer.hours) <= 0) continue;
      const longest = longestOverlap([...need.hours, slot], offer.hours);
      if (longest > most) [best, most] = [{ kind: "hours", weekday, part }, longest];
    }
  }
  return best;
}

/** The pair as it would be after a change; changes of limits hold for this resident alone. */
export function applyChange(resident: ResidentNeed, helper: HelperOffer, rules: MatchRules, change: Change): { resident: ResidentNeed; helper: HelperOffer; rules: MatchRules } {
  const limited = (limits: Partial<MatchRules["limits"]>) => ({ resident, helper, rules: { ...rules, limits: { ...rules.limits, ...limits } } });
  const asking = (some: Partial<ResidentNeed>) => ({ resident: { ...resident, ...some }, helper, rules });
  switch (change.kind) {
    case "hours": return asking({ hours: [...resident.hours, { weekday: change.weekday, ...DAY_PARTS[change.part] }] });
    case "distance": return limited({ maxMetres: change.metres, travel: null });
    case "distance_unknown": return limited({ unknownDistance: "allow" });
    case "age_gap": return limited({ maxAgeGapYears: change.years });
    case "sex": return asking({ sexAsked: null });
    case "language": return asking({ languagesAsked: [...resident.languagesAsked, change.language] });
    case "language_any": return asking({ languagesAsked: [] });
    case "guardian_consent": return asking({ guardianConsent: "given" });
    case "eligible": return { resident, helper: { ...helper, eligible: { fromOn: rules.startOn, untilOn: null } }, rules };
    case "capacity": return { resident, helper: { ...helper, capacity: helper.capacity + 1 }, rules };
    case "volunteer": case "come_in": return { resident, helper, rules };
  }
}

/** To compare changes of one kind: metres and years; other kinds come in one size. */
function sizeOf(change: Change): number {
  return change.kind === "distance" ? change.metres : change.kind === "age_gap" ? change.years : 0;
}

function isForbidden({ options }: RoundView, resident: number, helper: number): boolean {
  return (options.forbidden ?? []).some((pair) => pair.resident === resident && pair.helper === helper);
}
