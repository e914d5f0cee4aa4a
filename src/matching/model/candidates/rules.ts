import { daysBetween } from "#kernel/calendar.ts";
import { distanceMetres, longestOverlap } from "./closeness.ts";
import type { HelperOffer, ResidentNeed } from "./people.ts";

export type HardRuleId = "do_not_match" | "eligible" | "guardian_consent" | "contraindication" | "sex" | "language" | "distance" | "age_gap" | "hours";
export type ScorePartId = "hours" | "travel" | "age" | "interests" | "skills" | "language" | "continuity" | "readiness";

/** Everything that decides who may and who should be paired. Kept with the round it was used in. */
export interface MatchRules {
  /** Names this set of rules and weights; a changed set is a new version. */
  readonly version: string;
  /** First day the pairs are to meet; eligibility is judged on it. */
  readonly startOn: string;
  readonly hardRules: readonly HardRuleId[];
  readonly limits: RuleLimits;
  /** Points of each part, 0 or more; 0 leaves a part out. */
  readonly weights: Readonly<Record<ScorePartId, number>>;
  /** Points by which a pair of the last answer counts more, so that it moves only for a larger gain. */
  readonly stability: number;
  /** Among answers with as many pairs; without it the hardest come first. */
  readonly fairness?: RoundFairness;
}

/** How a round is fair. What belongs to another mode is kept, so that going back finds it. */
export interface RoundFairness {
  readonly mode: "least_cost" | "hardest_first" | "leximin" | "group_cap";
  /** Leximin: pairs within so many points count as equally bad; 0 tells every difference. */
  readonly bandPoints: number;
  /** Leximin: whether who waits longest is served first all the same. */
  readonly waitingFirst: boolean;
  /** Cap: the label it looks at. A disability is a secured field, which only some purposes let a round read. */
  readonly groupBy: GroupLabel;
  /** Cap: percentage points by which a group's share without a friend may exceed that of all. */
  readonly capPoints: number;
}

/** What residents may be grouped by, one at a time. */
export type GroupLabel = "community" | "sex" | "disability";

/** What rules without the field meant all along. */
export const DEFAULT_FAIRNESS: RoundFairness = { mode: "hardest_first", bandPoints: 5, waitingFirst: false, groupBy: "community", capPoints: 10 };

export interface RuleLimits {
  readonly minOverlapMinutes: number;
  readonly maxMetres: number;
  /** Where time on the way counts instead of metres; null where metres do. */
  readonly travel: { readonly mode: TravelMode; readonly maxMinutes: number } | null;
  /** What to do when a distance cannot be known: two communities, no coordinates. */
  readonly unknownDistance: "allow" | "refuse";
  readonly maxAgeGapYears: number;
}

/** How somebody is on their way. */
export type TravelMode = "walk" | "cycle" | "bus";

/** Metres a minute on the way, waiting included, and how much longer the way is than the crow's. Estimates for a city, to be told as such. */
const METRES_A_MINUTE: Readonly<Record<TravelMode, number>> = { walk: 75, cycle: 200, bus: 250 };
const DETOUR = 1.3;

/** Whole minutes on the way for a distance as the crow flies. */
export function travelMinutes(metres: number, mode: TravelMode): number {
  return Math.ceil((metres * DETOUR) / METRES_A_MINUTE[mode]);
}

/** Metres as the crow flies that a limit allows, by distance or by time. */
export function reachMetres({ maxMetres, travel }: RuleLimits): number {
  return travel === null ? maxMetres : Math.floor((travel.maxMinutes * METRES_A_MINUTE[travel.mode]) / DETOUR);
}

/** Why a rule excludes a pair: a message key under `rules`, and what it needs to be said. */
export interface RuleReason {
  readonly rule: HardRuleId;
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface HardRule {
  readonly id: HardRuleId;
  /** Reads a secured field (health, guardian): only for rounds whose purpose allows it. */
  readonly secured: boolean;
  /** How much it asks of people to give way, the less the better; null where nobody may be asked to. */
  readonly burden: number | null;
  readonly holds: (resident: ResidentNeed, helper: HelperOffer, rules: MatchRules) => true | RuleReason;
}

const no = (rule: HardRuleId, key: string, params: RuleReason["params"] = {}): RuleReason => ({ rule, key, params });

/** In the order in which a reason is given when several rules exclude a pair: what cannot be changed comes first. */
export const HARD_RULES: readonly HardRule[] = [
  {
    id: "do_not_match", secured: true, burden: null,
    holds: (r, h) => (r.doNotMatch.includes(h.id) || h.doNotMatch.includes(r.id) ? no("do_not_match", "do_not_match") : true),
  },
  {
    id: "eligible", secured: false, burden: 5,
    holds: (_, h, { startOn }) => {
      if (!h.eligible) return no("eligible", "not_eligible");
      if (h.eligible.fromOn > startOn) return no("eligible", "eligible_later", { on: h.eligible.fromOn, days: daysBetween(startOn, h.eligible.fromOn) });
      return h.eligible.untilOn !== null && h.eligible.untilOn < startOn ? no("eligible", "eligibility_over", { on: h.eligible.untilOn }) : true;
    },
  },
  {
    id: "guardian_consent", secured: true, burden: 4,
    holds: (r) => (r.guardianConsent === "missing" ? no("guardian_consent", "guardian_consent_missing") : r.guardianConsent === "refused" ? no("guardian_consent", "guardian_consent_refused") : true),
  },
  {
    id: "contraindication", secured: true, burden: null,
    holds: (r, h) => {
      const trait = r.contraindications.find((t) => h.traits.includes(t));
      return trait === undefined ? true : no("contraindication", "contraindication", { trait });
    },
  },
  {
    id: "sex", secured: false, burden: 3,
    holds: (r, h) => (r.sexAsked === null || h.sex === r.sexAsked ? true : no("sex", "sex", { sex: r.sexAsked })),
  },
  {
    id: "language", secured: false, burden: 3,
    holds: (r, h) => (r.languagesAsked.length === 0 || r.languagesAsked.some((l) => h.languages.includes(l)) ? true : no("language", "language", { languages: r.languagesAsked.join("、") })),
  },
  {
    id: "distance", secured: false, burden: 2,
    holds: (r, h, { limits }) => {
      const metres = distanceMetres(r.place, h.place);
      if (metres === null) return limits.unknownDistance === "allow" ? true : no("distance", "distance_unknown");
      if (metres <= reachMetres(limits)) return true;
      if (limits.travel) return no("distance", "travel", { minutes: travelMinutes(metres, limits.travel.mode), maxMinutes: limits.travel.maxMinutes, metres });
      return no("distance", "distance", { metres, maxMetres: limits.maxMetres });
    },
  },
  {
    id: "age_gap", secured: false, burden: 2,
    holds: (r, h, { limits }) => {
      const years = ageGapYears(r, h);
      return years === null || years <= limits.maxAgeGapYears ? true : no("age_gap", "age_gap", { years, maxYears: limits.maxAgeGapYears });
    },
  },
  {
    id: "hours", secured: false, burden: 1,
    holds: (r, h, { limits }) => {
      const longest = longestOverlap(r.hours, h.hours);
      return longest >= limits.minOverlapMinutes ? true : no("hours", longest > 0 ? "hours_too_short" : "hours_none", { minutes: longest, minMinutes: limits.minOverlapMinutes });
    },
  },
];

/** Years between two births, to one decimal; null when either is unknown. */
export function ageGapYears(resident: ResidentNeed, helper: HelperOffer): number | null {
  if (resident.birthOn === null || helper.birthOn === null) return null;
  return Math.round(Math.abs(bornDay(resident, resident.birthOn) - bornDay(helper, helper.birthOn)) / 36.525) / 10;
}

const bornDays = new WeakMap<object, number>();

/** Days from 2000-01-01 to a birth. Remembered per person, since one person meets many. */
function bornDay(who: object, birthOn: string): number {
  const known = bornDays.get(who);
  if (known !== undefined) return known;
  const days = daysBetween("2000-01-01", birthOn);
  bornDays.set(who, days);
  return days;
}

const enabledBefore = new WeakMap<readonly HardRuleId[], readonly HardRule[]>();

/** The rules a round has switched on, in the order reasons are given. Remembered per list, since one list judges many pairs. */
function enabledRules({ hardRules }: MatchRules): readonly HardRule[] {
  const known = enabledBefore.get(hardRules);
  if (known) return known;
  const enabled = HARD_RULES.filter((rule) => hardRules.includes(rule.id));
  enabledBefore.set(hardRules, enabled);
  return enabled;
}

/** The first reason against a pair, or true. */
export function mayPair(resident: ResidentNeed, helper: HelperOffer, rules: MatchRules): true | RuleReason {
  for (const rule of enabledRules(rules)) {
    const held = rule.holds(resident, helper, rules);
    if (held !== true) return held;
  }
  return true;
}

/** The reason against a pair when it is the only one; null when there is none, or more. */
export function onlyReason(resident: ResidentNeed, helper: HelperOffer, rules: MatchRules): RuleReason | null {
  let only: RuleReason | null = null;
  for (const rule of enabledRules(rules)) {
    const held = rule.holds(resident, helper, rules);
    if (held === true) continue;
    if (only) return null;
    only = held;
  }
  return only;
}

/** Every reason against a pair. */
export function reasonsAgainst(resident: ResidentNeed, helper: HelperOffer, rules: MatchRules): RuleReason[] {
  return enabledRules(rules).map((rule) => rule.holds(resident, helper, rules)).filter((held) => held !== true);
}

/** Rules that read secured fields though the round's purpose does not allow it; must be empty before a round runs. */
export function securedRules(rules: MatchRules): HardRuleId[] {
  return enabledRules(rules).filter((rule) => rule.secured).map((rule) => rule.id);
}

/** What a new round starts with: everything checked, three kilometres, one hour a week. */
export const DEFAULT_RULES: Omit<MatchRules, "startOn"> = {
  version: "1",
  hardRules: ["do_not_match", "eligible", "guardian_consent", "contraindication", "sex", "language", "distance", "hours"],
  limits: { minOverlapMinutes: 60, maxMetres: 3000, travel: null, unknownDistance: "allow", maxAgeGapYears: 10 },
  weights: { hours: 25, travel: 25, age: 15, interests: 15, skills: 5, language: 10, continuity: 5, readiness: 5 },
  stability: 3,
};
