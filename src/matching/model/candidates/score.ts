import { distanceMetres, overlapMinutes } from "./closeness.ts";
import type { HelperOffer, ResidentNeed } from "./people.ts";
import { ageGapYears } from "./rules.ts";
import type { MatchRules, ScorePartId } from "./rules.ts";

/** One named part of what speaks for a pair. */
export interface ScorePart {
  readonly part: ScorePartId;
  /** 0 nothing speaks for it, 1 everything. */
  readonly score: number;
  /** Message key under `parts`, and what it needs to be said. */
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** What this part adds to the cost of the pair: weight × (1 − score), in hundredths of a point. */
  readonly cost: number;
}

type Judgement = Pick<ScorePart, "score" | "key" | "params">;
type Judge = (resident: ResidentNeed, helper: HelperOffer, rules: MatchRules) => Judgement;

/** Two hours together a week are as good as any more (one visit). */
const AMPLE_MINUTES = 120;
/** Shared interests beyond the third add nothing. */
const AMPLE_INTERESTS = 3;
/** Where nothing is known, neither for nor against. */
const UNKNOWN = 0.5;

const judged = (score: number, key: string, params: Judgement["params"] = {}): Judgement => ({ score, key, params });

const judges: Readonly<Record<ScorePartId, Judge>> = {
  hours: (r, h) => {
    const { longest, best } = overlapMinutes(r.hours, h.hours);
    if (!best) return judged(0, "hours_none");
    return judged(Math.min(1, longest / AMPLE_MINUTES), "hours", { weekday: best.weekday, fromMinute: best.fromMinute, toMinute: best.toMinute, minutes: longest });
  },
  distance: (r, h, { limits }) => {
    const metres = distanceMetres(r.place, h.place);
    if (r.place.communityId === h.place.communityId && metres === 0) return judged(1, "same_community");
    if (metres === null) return judged(UNKNOWN, "distance_unknown");
    return judged(Math.max(0, 1 - metres / Math.max(1, limits.maxMetres)), "distance", { metres });
  },
  age: (r, h, { limits }) => {
    const years = ageGapYears(r, h);
    if (years === null) return judged(UNKNOWN, "age_unknown");
    return judged(Math.max(0, 1 - years / Math.max(1, limits.maxAgeGapYears)), years < 1 ? "age_same" : "age", { years: Math.round(years) });
  },
  interests: (r, h) => {
    const shared = r.interests.filter((interest) => h.interests.includes(interest));
    if (shared.length === 0) return judged(0, "interests_none");
    return judged(Math.min(1, shared.length / Math.min(AMPLE_INTERESTS, Math.max(1, r.interests.length))), "interests", { shared: shared.join("、"), count: shared.length });
  },
  skills: (r, h) => {
    if (r.skillsSought.length === 0) return judged(1, "skills_not_sought");
    const found = r.skillsSought.filter((skill) => h.skills.includes(skill));
    return found.length === 0 ? judged(0, "skills_none") : judged(found.length / r.skillsSought.length, "skills", { found: found.join("、") });
  },
  language: (r, h) => {
    const shared = r.languages.filter((language) => h.languages.includes(language));
    if (r.languages.length === 0 || h.languages.length === 0) return judged(UNKNOWN, "language_unknown");
    return shared.length === 0 ? judged(0, "language_none") : judged(1, "language", { shared: shared.join("、") });
  },
  continuity: (r, h) => (r.formerFriends.includes(h.id) ? judged(1, "continuity") : judged(0, "continuity_none")),
};

const PART_IDS = Object.keys(judges) as ScorePartId[];

/** What speaks for a pair, part by part; parts without weight are left out. */
export function scoreParts(resident: ResidentNeed, helper: HelperOffer, rules: MatchRules): ScorePart[] {
  return PART_IDS.filter((part) => rules.weights[part] > 0).map((part) => {
    const judgement = judges[part](resident, helper, rules);
    return { part, ...judgement, cost: Math.round(rules.weights[part] * 100 * (1 - judgement.score)) };
  });
}

/** The cost of a pair, an integer: the sum of its parts' costs. */
export function pairCost(resident: ResidentNeed, helper: HelperOffer, rules: MatchRules): number {
  let cost = 0;
  for (const part of PART_IDS) {
    const weight = rules.weights[part];
    if (weight > 0) cost += Math.round(weight * 100 * (1 - judges[part](resident, helper, rules).score));
  }
  return cost;
}
