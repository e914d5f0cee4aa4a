import { personIdsOf, whoAllows } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import { eligibleHelpers } from "#volunteering/index.ts";
import { friendsOfHelpers, wishingIds } from "../../store/wishes.ts";

/** Who could be in a round, by id alone: what the solver needs of them is read when it is computed. */
export interface PossiblePeople {
  /** Residents who lack a friend and agreed to be matched, the longest waiting first. */
  readonly residents: readonly string[];
  /** Volunteers with a place, and where they were placed. */
  readonly helpers: ReadonlyMap<string, "service_team" | "reserve">;
  /** How many lack a friend and have not agreed. */
  readonly withoutConsent: number;
}

/** Everybody possible on a day, in a handful of statements whatever their number. */
export async function possiblePeople(tx: Tx, orgId: string, programmeId: string, on: string): Promise<PossiblePeople> {
  const wishing = await wishingIds(tx, orgId, programmeId);
  const living = new Set(wishing.length > 0 ? await personIdsOf(tx, orgId, { ids: wishing, living: true }, on) : []);
  const agreed = await whoAllows(tx, orgId, wishing, "be_matched", on);
  const friends = await friendsOfHelpers(tx, orgId, programmeId);
  const offers = await eligibleHelpers(tx, orgId, programmeId, on);
  return {
    residents: wishing.filter((id) => living.has(id) && agreed.has(id)),
    helpers: new Map(offers.filter(({ personId, capacity }) => capacity > (friends.get(personId) ?? 0)).map(({ personId, placement }) => [personId, placement])),
    withoutConsent: wishing.filter((id) => !agreed.has(id)).length,
  };
}
