import { wordSetsOf } from "./crowd.ts";
import { pairsNamed } from "./pairs-named.ts";
import type { HelperOffer, ResidentNeed } from "./people.ts";
import { reachMetres } from "./rules.ts";
import type { MatchRules } from "./rules.ts";
import { AMPLE_INTERESTS, AMPLE_MINUTES, costOf, readinessScore, travelScore, UNKNOWN } from "./score.ts";

/** Beyond so many metres the score is reckoned each time. */
const MOST_METRES = 20_000;

/** What `pairCost` says, from tables made beforehand: most scores take few values. */
export interface CostTables {
  /** `minutes` shared, `metres` apart (−1 unknown), `tenths` of a year between the births (NaN unknown). */
  readonly cost: (resident: number, helper: number, minutes: number, metres: number, tenths: number) => number;
}

export function costTables(residents: readonly ResidentNeed[], helpers: readonly HelperOffer[], rules: MatchRules): CostTables {
  const { limits, weights } = rules;
  const words = wordCost(residents, helpers, rules);
  const byMinutes = Int32Array.from({ length: AMPLE_MINUTES + 1 }, (_, minutes) => costOf(weights.hours, Math.min(1, minutes / AMPLE_MINUTES)));
  const reach = reachMetres(limits);
  const byMetres = Int32Array.from({ length: Math.min(MOST_METRES, reach) + 1 }, (_, metres) => costOf(weights.travel, travelScore(metres, limits)));
  const travelUnknown = costOf(weights.travel, travelScore(null, limits));
  const travel = (metres: number) => (metres < 0 ? travelUnknown : metres < byMetres.length ? byMetres[metres]! : costOf(weights.travel, travelScore(metres, limits)));
  const span = Math.max(1, limits.maxAgeGapYears);
  const byTenths = Int32Array.from({ length: span * 10 + 1 }, (_, tenths) => costOf(weights.age, Math.max(0, 1 - tenths / 10 / span)));
  const [ageUnknown, farthest] = [costOf(weights.age, UNKNOWN), costOf(weights.age, 0)];
  const byReadiness = Int32Array.from(helpers, ({ readiness }) => costOf(weights.readiness, readinessScore(readiness, rules.startOn)));
  const [stranger, friend] = [costOf(weights.continuity, 0), costOf(weights.continuity, 1)];
  const friends = pairsNamed(residents, helpers, (r) => r.formerFriends, () => []);
  const hasFriends = Uint8Array.from(residents, (_, r) => (friends.has(r) ? 1 : 0));
  return {
    cost: (r, h, minutes, metres, tenths) => {
      const age = tenths !== tenths ? ageUnknown : tenths < byTenths.length ? byTenths[tenths]! : farthest;
      const known = hasFriends[r] === 1 && friends.get(r)!.has(h);
      return byMinutes[minutes < AMPLE_MINUTES ? minutes : AMPLE_MINUTES]! + travel(metres) + age + words(r, h) + byReadiness[h]! + (known ? friend : stranger);
    },
  };
}

/** Cost of what two people have in common in words: interests, skills sought, languages. */
function wordCost(residents: readonly ResidentNeed[], helpers: readonly HelperOffer[], { weights }: MatchRules): (resident: number, helper: number) => number {
  const [likes, liked] = wordSetsOf(residents.map((r) => r.interests), helpers.map((h) => h.interests));
  const [sought, skilled] = wordSetsOf(residents.map((r) => r.skillsSought), helpers.map((h) => h.skills));
  const [speaks, spoken] = wordSetsOf(residents.map((r) => r.languages), helpers.map((h) => h.languages));
  const different = (lists: readonly (readonly string[])[]) => Int32Array.from(lists, (list) => new Set(list).size);
  const enough = different(residents.map((r) => r.interests)).map((count) => Math.min(AMPLE_INTERESTS, Math.max(1, count)));
  const seeks = different(residents.map((r) => r.skillsSought));
  const [tongues, tonguesOf] = [different(residents.map((r) => r.languages)), different(helpers.map((h) => h.languages))];
  // Rows by what would be enough, columns by what is shared.
  const byShared = (weight: number, most: number) => Array.from({ length: most + 1 }, (_, of) => Int32Array.from({ length: most + 1 }, (__, shared) => costOf(weight, of === 0 ? 1 : Math.min(1, shared / of))));
  const [byInterests, bySkills] = [byShared(weights.interests, AMPLE_INTERESTS), byShared(weights.skills, Math.max(0, ...seeks))];
  const [none, some, unknown] = [costOf(weights.language, 0), costOf(weights.language, 1), costOf(weights.language, UNKNOWN)];
  const allLiked = costOf(weights.interests, 1);
  return (r, h) => {
    const of = enough[r]!;
    const shared = likes.shared(r, liked, h);
    const language = tongues[r] === 0 || tonguesOf[h] === 0 ? unknown : speaks.shared(r, spoken, h) > 0 ? some : none;
    return language + (shared >= of ? allLiked : byInterests[of]![shared]!) + bySkills[seeks[r]!]![seeks[r] === 0 ? 0 : sought.shared(r, skilled, h)]!;
  };
}
