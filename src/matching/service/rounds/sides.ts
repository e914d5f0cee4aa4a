import { interestsOf, languagesOf, personCards, type PersonCard } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import { eligibleHelpers } from "#volunteering/index.ts";
import type { Round } from "../../store/rounds.ts";
import { selectWishes } from "../../store/wishes.ts";

/** One side of a proposal as the review shows it: enough to judge the pair, no more of the file. */
export interface Side {
  readonly id: string;
  readonly name: string;
  readonly birthOn: string | null;
  readonly sex: PersonCard["sex"];
  readonly communityName: string | null;
  readonly interests: readonly string[];
  readonly languages: readonly string[];
  readonly hours: readonly { readonly weekday: number; readonly from: string; readonly to: string }[];
  readonly words: string;
  readonly skills: readonly string[];
  readonly placement: "service_team" | "reserve" | null;
}

/** Who is shown how: whole sides of those facing each other, names of those only spoken of. */
export interface Shown {
  readonly residents: readonly string[];
  readonly helpers: readonly string[];
  readonly named: readonly string[];
}

/** The sides of a page, blank where a resident takes part no more, in a fixed number of queries whatever the round holds. */
export async function sidesOf(tx: Tx, orgId: string, { programmeId, startOn }: Pick<Round, "programmeId" | "startOn">, { residents, helpers, named }: Shown, today: string): Promise<Record<string, Side>> {
  const cards = await personCards(tx, orgId, [...residents, ...helpers, ...named], { purpose: "be_matched", on: today });
  const open = residents.filter((id) => !cards.get(id)?.blank);
  const offers = new Map((helpers.length > 0 ? await eligibleHelpers(tx, orgId, programmeId, startOn, helpers) : []).map((offer) => [offer.personId, offer]));
  const wishes = new Map((await selectWishes(tx, orgId, programmeId, open)).map((wish) => [wish.personId, wish]));
  const [interests, languages] = [await interestsOf(tx, orgId, open), await languagesOf(tx, orgId, open)];
  return Object.fromEntries([...cards].map(([id, card]) => {
    const [offer, wish] = [offers.get(id), wishes.get(id)];
    const side: Side = {
      id, name: card.preferredName ?? card.name, birthOn: card.birthOn, sex: card.sex, communityName: card.communityName,
      interests: offer?.interests ?? interests.get(id) ?? [], languages: offer?.languages ?? languages.get(id) ?? [], skills: offer?.skills ?? [], placement: offer?.placement ?? null,
      words: wish?.words ?? "", hours: offer?.hours ?? wish?.hours.map(({ weekday, fromTime, toTime }) => ({ weekday, from: fromTime, to: toTime })) ?? [],
    };
    return [id, side];
  }));
}
