import { whoAllows } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import { selectWishedOf } from "../../store/wishes.ts";

/** What residents wish of a friend, as far as it says who may come at all. */
export interface FriendWish {
  readonly sexAsked: "female" | "male" | null;
  /** One of these must be spoken. */
  readonly languagesAsked: readonly string[];
}

/** Wishes that stand, of those who agreed on a day to be matched, over all programmes; by person. The caller authorises. */
export async function friendWishesOf(tx: Tx, orgId: string, personIds: readonly string[], on: string): Promise<ReadonlyMap<string, FriendWish>> {
  const rows = await selectWishedOf(tx, orgId, personIds);
  const agreed = await whoAllows(tx, orgId, [...new Set(rows.map(({ personId }) => personId))], "be_matched", on);
  const byPerson = Map.groupBy(rows.filter(({ personId, sexAsked, languagesAsked }) => agreed.has(personId) && (sexAsked !== null || languagesAsked.length > 0)), ({ personId }) => personId);
  return new Map([...byPerson].map(([id, own]) => [id, { sexAsked: own.find(({ sexAsked }) => sexAsked !== null)?.sexAsked ?? null, languagesAsked: [...new Set(own.flatMap(({ languagesAsked }) => languagesAsked))] }]));
}
