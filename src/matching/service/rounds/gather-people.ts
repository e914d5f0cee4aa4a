import { ageOn } from "#kernel/calendar.ts";
import { interestsOf, languagesOf, personCards, whoAllows, type PersonCard } from "#people/index.ts";
import { listUnits } from "#places/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import { eligibleHelpers, type HelperOffer as Offer } from "#volunteering/index.ts";
import type { RoundFairness } from "../../model/candidates/rules.ts";
import type { DisabilityKind, HelperOffer, Place, ResidentNeed, WeeklyHours } from "../../model/candidates/people.ts";
import { allowedSecured, type RoundPurpose, type SecuredField } from "../../model/purpose.ts";
import type { PairOfIds } from "../../model/round.ts";
import { readPairs } from "../../store/pairs.ts";
import { selectWishes, type Wish } from "../../store/wishes.ts";
import { exclusionsOf } from "../wishes/exclusions-of.ts";

/** States in which a pair takes a place on both sides. */
const TAKEN = ["proposed", "asked", "accepted", "introduced", "trial", "active", "paused"] as const;

/** Everybody of a programme who could be in a round on a day, as the solver needs them. */
export interface Gathered {
  readonly residents: readonly ResidentNeed[];
  readonly helpers: readonly HelperOffer[];
  readonly offers: ReadonlyMap<string, Offer>;
  readonly wishes: ReadonlyMap<string, Wish>;
  readonly cards: ReadonlyMap<string, PersonCard>;
  /** Residents with a wish who did not agree to be matched; they are left out. */
  readonly withoutConsent: readonly string[];
  /** Pairs that take a place on both sides. */
  readonly underWay: readonly PairOfIds[];
}

/**
 * Residents who wish for a friend, agreed to it and have none, and volunteers with a place free. Guarded fields are read only where the round's purpose allows
 * them. With `away`, as if the pairs of those helpers had ended.
 */
export async function gatherPeople(tx: Tx, orgId: string, programmeId: string, on: string, purpose: RoundPurpose | null, { fairness, away = [] }: { fairness?: RoundFairness | undefined; away?: readonly string[] } = {}): Promise<Gathered> {
  const allowed: readonly SecuredField[] = allowedSecured(purpose);
  const withKind = fairness?.groupBy === "disability" && allowed.includes("disability");
  const wishes = new Map((await selectWishes(tx, orgId, programmeId, undefined, { withAvoid: allowed.includes("contraindication") })).map((wish) => [wish.personId, wish]));
  const offers = new Map((await eligibleHelpers(tx, orgId, programmeId, on)).map((offer) => [offer.personId, offer]));
  const pairs = await readPairs(tx, orgId, { programmeId }, on);
  const taken = pairs.filter(({ state, helperId }) => (TAKEN as readonly string[]).includes(state) && !away.includes(helperId));
  const [takenBy, takenFrom] = [countBy(taken, "residentId"), countBy(taken, "helperId")];
  const former = Map.groupBy(pairs.filter(({ state, status }) => state === "ended" && status.endReason === "goal_reached"), ({ residentId }) => residentId);

  const wishing = [...wishes.keys()];
  const [cards, agreed, interests, languages, exclusions, placeOf] = [
    await personCards(tx, orgId, wishing), await whoAllows(tx, orgId, wishing, "be_matched", on), await interestsOf(tx, orgId, wishing), await languagesOf(tx, orgId, wishing),
    allowed.includes("do_not_match") ? await exclusionsOf(tx, orgId, wishing) : new Map<string, readonly string[]>(), await placesOn(tx, orgId, on),
  ];
  const residents = [...wishes.values()].flatMap((wish): ResidentNeed[] => {
    const card = cards.get(wish.personId);
    const wants = wish.wants - (takenBy.get(wish.personId) ?? 0);
    if (!card || card.deceasedOn || wants <= 0 || !agreed.has(wish.personId)) return [];
    const minor = allowed.includes("guardian_consent") && card.birthOn !== null && ageOn(card.birthOn, on) < 18;
    return [{
      id: wish.personId, wants, place: placeOf(card.communityId, card.laneId, wish.personId), hours: wish.hours.map(({ weekday, fromTime, toTime }) => hoursOf(weekday, fromTime, toTime)),
      birthOn: card.birthOn, sex: card.sex, sexAsked: wish.sexAsked, languages: languages.get(wish.personId) ?? [], languagesAsked: wish.languagesAsked,
      interests: interests.get(wish.personId) ?? [], skillsSought: wish.skillsSought, contraindications: wish.avoid, doNotMatch: exclusions.get(wish.personId) ?? [],
      guardianConsent: minor ? "given" : "not_needed", // consent in force of a minor can only have come from the guardian
      formerFriends: (former.get(wish.personId) ?? []).map(({ helperId }) => helperId),
      waitingSinceOn: wish.waitingSinceOn, ...(withKind && { disability: kindOf(card) }),
    }];
  });
  const helpers = [...offers.values()].flatMap((offer): HelperOffer[] => {
    const capacity = offer.capacity - (takenFrom.get(offer.personId) ?? 0);
    if (capacity <= 0) return [];
    return [{
      id: offer.personId, capacity, place: placeOf(offer.communityId, offer.laneId, offer.personId), hours: offer.hours.map(({ weekday, from, to }) => hoursOf(weekday, from, to)),
      birthOn: offer.birthOn, sex: offer.sex, languages: offer.languages, interests: offer.interests, skills: offer.skills, traits: [...offer.interests, ...offer.skills], doNotMatch: [],
      eligible: { fromOn: offer.eligible.fromOn, untilOn: offer.eligible.untilOn }, readiness: { placement: offer.placement, missing: offer.missing.length, sinceOn: offer.eligible.fromOn },
    }];
  });
  return { residents, helpers, offers, wishes, cards, withoutConsent: wishing.filter((id) => !agreed.has(id)), underWay: taken };
}

function kindOf({ disabilityType, disabilityGrade }: PersonCard): DisabilityKind | null {
  return disabilityType !== null ? String(disabilityType) as DisabilityKind : disabilityGrade !== null ? "other" : null;
}

function countBy(pairs: readonly PairOfIds[], side: keyof PairOfIds): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const pair of pairs) counts.set(pair[side], (counts.get(pair[side]) ?? 0) + 1);
  return counts;
}

function hoursOf(weekday: number, from: string, to: string): WeeklyHours {
  const minute = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  return { weekday: weekday as WeeklyHours["weekday"], fromMinute: minute(from), toMinute: minute(to) };
}

/** Where somebody lives: their lane's point, else their community's; nobody's community is a place of its own. */
async function placesOn(tx: Tx, orgId: string, on: string) {
  const units = new Map((await listUnits(tx, orgId, { on, kinds: ["community", "lane"] })).map((unit) => [unit.id, unit]));
  return (communityId: string | null, laneId: string | null, personId: string): Place => {
    const at = [laneId, communityId].map((id) => (id ? units.get(id) : undefined)).find((unit) => unit?.longitude != null && unit.latitude != null);
    return { communityId: communityId ?? `unknown:${personId}`, ...(at && { lon: at.longitude, lat: at.latitude }), ...(at && at.id === laneId && { laneId }) };
  };
}
