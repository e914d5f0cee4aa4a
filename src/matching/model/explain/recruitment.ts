import { DAY_PARTS, distanceMetres, longestOverlap, type DayPart } from "../candidates/closeness.ts";
import type { HelperOffer, Place, ResidentNeed, Sex, WeeklyHours } from "../candidates/people.ts";
import { mayPair, reachMetres, type MatchRules } from "../candidates/rules.ts";
import { costOf, costOfParts, AMPLE_MINUTES } from "../candidates/score.ts";
import { oneMorePlace, type OneMorePlace } from "./one-more-place.ts";
import type { RoundView } from "./solved-round.ts";

/** One volunteer with one place, living in a community or in one of its lanes: what they would change. No person is in it. */
export interface Recruit {
  readonly communityId: string;
  /** The lane; null for the community as a whole, absent in answers from before lanes were looked at. */
  readonly laneId?: string | null;
  /** What they must be; null where it does not matter. */
  readonly sex: Sex | null;
  readonly language: string | null;
  /** The half-day in which they would help most. */
  readonly weekday: WeeklyHours["weekday"];
  readonly part: DayPart;
  /** Pairs more with one such volunteer, 0 or 1: exact. */
  readonly serves: 0 | 1;
  /** Pairs more with any number of them, at most. */
  readonly atMost: number;
  /** What one saves in cost when nobody more can be served; exact for this volunteer, about whom nothing else is known. */
  readonly saves: number;
  /** The volunteer as reckoned with. */
  readonly volunteer: HelperOffer;
}

/** How many communities and lanes are kept, the most useful first, and how many are looked at: those with most people short, then with most people. */
const MOST_KEPT = { community: 60, lane: 120 };
const MOST_LOOKED_AT = 150;
type Level = keyof typeof MOST_KEPT;
const SLOTS = ([6, 7, 1, 2, 3, 4, 5] as const).flatMap((weekday) => (Object.keys(DAY_PARTS) as DayPart[]).map((part) => ({ weekday, part, hours: [{ weekday, ...DAY_PARTS[part] }] })));

/** Where one more volunteer would help most, one line for each community and then for each lane: most friends first, then what it would save. */
export function recruitmentOf(view: RoundView): Recruit[] {
  const worth = oneMorePlace(view);
  const languages = [...new Set(view.residents.flatMap(({ languagesAsked }) => languagesAsked))].sort();
  const common = commonLanguages(view.helpers, languages);
  const known: (readonly number[] | undefined)[] = [];
  const minutes = (r: number) => (known[r] ??= SLOTS.map((slot) => longestOverlap(view.residents[r]!.hours, slot.hours)));
  return (["community", "lane"] as const).flatMap((level) => {
    const lines = placesOf(view, worth, level).flatMap((place) => bestAt(view, worth, place, { languages, common, minutes }) ?? []);
    return lines.toSorted((a, b) => b.atMost - a.atMost || b.saves - a.saves || (spotOf(a) < spotOf(b) ? -1 : 1)).slice(0, MOST_KEPT[level]);
  });
}

interface Ground {
  readonly languages: readonly string[];
  readonly common: readonly string[];
  /** Minutes of each slot in which each resident is free, in one stretch. */
  readonly minutes: (resident: number) => readonly number[];
}

/** What most volunteers speak, and nobody has to ask for. */
function commonLanguages(helpers: readonly HelperOffer[], asked: readonly string[]): string[] {
  const count = new Map<string, number>();
  for (const { languages } of helpers) for (const language of new Set(languages)) count.set(language, (count.get(language) ?? 0) + 1);
  return [...count].filter(([language, many]) => many * 2 > helpers.length && !asked.includes(language)).map(([language]) => language);
}

const spotOf = ({ communityId, laneId }: Pick<Place, "communityId" | "laneId">): string => `${communityId} ${laneId ?? ""}`;

/** One place for each community somebody of the round lives in, amid its people, or for each lane at its point. */
function placesOf({ residents, helpers }: RoundView, { serves }: OneMorePlace, level: Level): Place[] {
  const keyOf = ({ communityId, laneId }: Place) => (communityId.startsWith("unknown:") || (level === "lane" && !laneId) ? null : level === "lane" ? spotOf({ communityId, laneId }) : communityId);
  const weight = new Map<string | null, number>();
  residents.forEach(({ place }, r) => weight.set(keyOf(place), (weight.get(keyOf(place)) ?? 0) + (serves[r] ? residents.length : 1)));
  const byKey = Map.groupBy([...residents, ...helpers].map(({ place }) => place), keyOf);
  const heaviest = [...byKey].filter((one): one is [string, Place[]] => one[0] !== null).sort(([a], [b]) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0) || (a < b ? -1 : 1)).slice(0, MOST_LOOKED_AT);
  return heaviest.map(([, places]): Place => {
    const { communityId } = places[0]!;
    if (level === "lane") return places[0]!;
    const known = places.filter(({ lon, lat }) => lon != null && lat != null);
    const mean = (of: (place: Place) => number) => known.reduce((sum, place) => sum + of(place), 0) / known.length;
    return known.length === 0 ? { communityId } : { communityId, lon: mean(({ lon }) => lon!), lat: mean(({ lat }) => lat!) };
  });
}

function volunteerAt(place: Place, { sex, languages, hours, startOn }: { sex: Sex; languages: readonly string[]; hours: readonly WeeklyHours[]; startOn: string }): HelperOffer {
  return { id: "recruit", capacity: 1, place, hours, birthOn: null, sex, languages, interests: [], skills: [], traits: [], doNotMatch: [], eligible: { fromOn: startOn, untilOn: null } };
}

function bestAt(view: RoundView, worth: OneMorePlace, place: Place, ground: Ground): Recruit | null {
  const { residents, rules } = view;
  const reach = rules.hardRules.includes("distance") ? reachMetres(rules.limits) : Infinity;
  const near = [...residents.keys()].filter((r) => (distanceMetres(residents[r]!.place, place) ?? 0) <= reach);
  const wanted = suitable(near.some((r) => worth.serves[r]) ? near.filter((r) => worth.serves[r]) : near, view, place);
  let best: Recruit | null = null;
  for (const language of [null, ...ground.languages]) {
    const languages = language === null ? ground.common : [...ground.common, language];
    const [woman, man] = (["female", "male"] as const).map((sex) => bestSlot(view, worth, wanted, { sex, language, languages, place }, ground));
    const better = !man || (woman && ahead(woman, man)) ? woman : man;
    if (!better) continue;
    const either = woman && man && woman.atMost === man.atMost && woman.saves === man.saves && woman.weekday === man.weekday && woman.part === man.part;
    const line = either ? { ...better, sex: null } : better;
    if (!best || ahead(line, best)) best = line;
  }
  return best;
}

/** Whom a volunteer there would suit, were it not for hours, sex and language. */
function suitable(near: readonly number[], { residents, rules }: RoundView, place: Place): number[] {
  const anyone = volunteerAt(place, { sex: "female", languages: [], hours: [], startOn: rules.startOn });
  const besides = { ...rules, hardRules: rules.hardRules.filter((rule) => rule !== "hours" && rule !== "sex" && rule !== "language") };
  return near.filter((r) => mayPair(residents[r]!, anyone, besides) === true);
}

const ahead = (a: Recruit, b: Recruit) => a.atMost > b.atMost || (a.atMost === b.atMost && a.saves > b.saves);

type Kind = { readonly sex: Sex; readonly language: string | null; readonly languages: readonly string[]; readonly place: Place };

function bestSlot(view: RoundView, worth: OneMorePlace, wanted: readonly number[], { sex, language, languages, place }: Kind, { minutes }: Ground): Recruit | null {
  const { residents, rules, problem } = view;
  const always = { ...rules, hardRules: rules.hardRules.filter((rule) => rule === "sex" || rule === "language") };
  const someone = volunteerAt(place, { sex, languages, hours: [], startOn: rules.startOn });
  const fitting = wanted.filter((r) => mayPair(residents[r]!, someone, always) === true);
  const serving = fitting.some((r) => worth.serves[r]);
  const base = serving ? [] : fitting.map((r) => costBesideHours(residents[r]!, someone, rules));
  const least = rules.hardRules.includes("hours") ? rules.limits.minOverlapMinutes : 0;
  let best: Recruit | null = null;
  SLOTS.forEach(({ weekday, part, hours }, slot) => {
    const touched = new Map<number, number>();
    let saves = 0;
    fitting.forEach((r, k) => {
      const free = minutes(r)[slot]!;
      if (free < least) return;
      if (worth.serves[r]) touched.set(worth.shortage[r]!, (touched.get(worth.shortage[r]!) ?? 0) + problem.wants[r]!);
      else if (!serving) saves = Math.max(saves, worth.saved[r]! - base[k]! - costOf(rules.weights.hours, Math.min(1, free / AMPLE_MINUTES)));
    });
    const atMost = [...touched].reduce((sum, [group, places]) => sum + Math.min(places, worth.missing[group]!), 0);
    if ((atMost === 0 && saves <= 0) || (best && (atMost < best.atMost || (atMost === best.atMost && saves <= best.saves)))) return;
    best = { communityId: place.communityId, laneId: place.laneId ?? null, sex, language, weekday, part, serves: atMost > 0 ? 1 : 0, atMost, saves: atMost > 0 ? 0 : saves, volunteer: { ...someone, hours } };
  });
  return best;
}

function costBesideHours(resident: ResidentNeed, volunteer: HelperOffer, rules: MatchRules): number {
  return costOfParts(["travel", "age", "interests", "skills", "language", "continuity", "readiness"], resident, volunteer, rules);
}
