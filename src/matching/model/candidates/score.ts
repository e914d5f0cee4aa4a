import { daysBetween } from "#kernel/calendar.ts";
import { bestOverlap, distanceMetres, longestOverlap } from "./closeness.ts";
import type { HelperOffer, Readiness, ResidentNeed } from "./people.ts";
import { ageGapYears, reachMetres, travelMinutes } from "./rules.ts";
import type { MatchRules, RuleLimits, ScorePartId } from "./rules.ts";

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

type Params = ScorePart["params"];
type Words = readonly [key: string, params?: Params];

/** A part is scored for every candidate, but put into words only for those shown. */
interface Judge {
  readonly score: (resident: ResidentNeed, helper: HelperOffer, rules: MatchRules) => number;
  readonly words: (resident: ResidentNeed, helper: HelperOffer, rules: MatchRules) => Words;
}

/** Two hours together a week are as good as any more (one visit). */
export const AMPLE_MINUTES = 120;
/** Shared interests beyond the third add nothing. */
export const AMPLE_INTERESTS = 3;
/** Where nothing is known, neither for nor against. */
export const UNKNOWN = 0.5;
/** A reserve begins later than the team; each open step and a training long ago take a tenth off. */
const RESERVE = 0.6;
const PER_MISSING = 0.1;
const MOST_MISSING = 3;
const FRESH_DAYS = 365;

/** 1 for who could begin at once. */
export function readinessScore(readiness: Readiness | null | undefined, startOn: string): number {
  if (!readiness) return UNKNOWN;
  const stale = daysBetween(readiness.sinceOn, startOn) > FRESH_DAYS ? PER_MISSING : 0;
  return (readiness.placement === "reserve" ? RESERVE : 1) - PER_MISSING * Math.min(MOST_MISSING, readiness.missing) - stale;
}

/** Nearness as a share of the reach; nothing known counts half. */
export function travelScore(metres: number | null, limits: RuleLimits): number {
  return metres === null ? UNKNOWN : Math.max(0, 1 - metres / Math.max(1, reachMetres(limits)));
}

const judges: Readonly<Record<ScorePartId, Judge>> = {
  hours: {
    score: (r, h) => Math.min(1, longestOverlap(r.hours, h.hours) / AMPLE_MINUTES),
    words: (r, h) => {
      const best = bestOverlap(r.hours, h.hours);
      return best ? ["hours", { ...best, minutes: best.toMinute - best.fromMinute }] : ["hours_none"];
    },
  },
  travel: {
    score: (r, h, { limits }) => travelScore(distanceMetres(r.place, h.place), limits),
    words: (r, h, { limits }) => {
      const metres = distanceMetres(r.place, h.place);
      if (metres === null) return ["distance_unknown"];
      if (metres === 0 && r.place.communityId === h.place.communityId) return ["same_community"];
      return limits.travel ? ["travel", { metres, minutes: travelMinutes(metres, limits.travel.mode) }] : ["distance", { metres }];
    },
  },
  age: {
    score: (r, h, { limits }) => {
      const years = ageGapYears(r, h);
      return years === null ? UNKNOWN : Math.max(0, 1 - years / Math.max(1, limits.maxAgeGapYears));
    },
    words: (r, h) => {
      const years = ageGapYears(r, h);
      return years === null ? ["age_unknown"] : years < 1 ? ["age_same"] : ["age", { years: Math.round(years) }];
    },
  },
  interests: {
    score: (r, h) => Math.min(1, sharedCount(r.interests, h.interests) / Math.min(AMPLE_INTERESTS, Math.max(1, new Set(r.interests).size))),
    words: (r, h) => wordsOfShared("interests", r.interests, h.interests, "interests_none"),
  },
  skills: {
    score: (r, h) => (r.skillsSought.length === 0 ? 1 : sharedCount(r.skillsSought, h.skills) / new Set(r.skillsSought).size),
    words: (r, h) => (r.skillsSought.length === 0 ? ["skills_not_sought"] : wordsOfShared("skills", r.skillsSought, h.skills, "skills_none")),
  },
  language: {
    score: (r, h) => (r.languages.length === 0 || h.languages.length === 0 ? UNKNOWN : Math.min(1, sharedCount(r.languages, h.languages))),
    words: (r, h) => (r.languages.length === 0 || h.languages.length === 0 ? ["language_unknown"] : wordsOfShared("language", r.languages, h.languages, "language_none")),
  },
  continuity: {
    score: (r, h) => (r.formerFriends.includes(h.id) ? 1 : 0),
    words: (r, h) => [r.formerFriends.includes(h.id) ? "continuity" : "continuity_none"],
  },
  readiness: {
    score: (_, h, { startOn }) => readinessScore(h.readiness, startOn),
    words: (_, { readiness }) => {
      if (!readiness) return ["readiness_unknown"];
      if (readiness.placement === "reserve") return ["readiness_reserve"];
      return readiness.missing > 0 ? ["readiness_missing", { count: readiness.missing }] : ["readiness_team"];
    },
  },
};

/** What some parts of the score add to a pair's cost. */
export function costOfParts(parts: readonly ScorePartId[], resident: ResidentNeed, helper: HelperOffer, rules: MatchRules): number {
  return parts.reduce((sum, part) => sum + (rules.weights[part] > 0 ? costOf(rules.weights[part], judges[part].score(resident, helper, rules)) : 0), 0);
}

function sharedCount(some: readonly string[], others: readonly string[]): number {
  let count = 0;
  for (const one of new Set(some)) if (others.includes(one)) count++;
  return count;
}

function wordsOfShared(key: string, some: readonly string[], others: readonly string[], none: string): Words {
  const shared = some.filter((one) => others.includes(one));
  return shared.length === 0 ? [none] : [key, { shared: shared.join("、"), count: shared.length }];
}

const PART_IDS = Object.keys(judges) as ScorePartId[];

/** What speaks for a pair, part by part; parts without weight are left out. */
export function scoreParts(resident: ResidentNeed, helper: HelperOffer, rules: MatchRules): ScorePart[] {
  return PART_IDS.filter((part) => rules.weights[part] > 0).map((part) => {
    const score = judges[part].score(resident, helper, rules);
    const [key, params = {}] = judges[part].words(resident, helper, rules);
    return { part, score, key, params, cost: costOf(rules.weights[part], score) };
  });
}

/** The cost of a pair, an integer: the sum of its parts' costs. */
export function pairCost(resident: ResidentNeed, helper: HelperOffer, rules: MatchRules): number {
  return costOfParts(PART_IDS, resident, helper, rules);
}

/** What one part adds to a pair's cost, in hundredths of a point. */
export function costOf(weight: number, score: number): number {
  return Math.round(weight * 100 * (1 - score));
}
