import { unitNames } from "#places/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import { cardRows, type CardRow } from "../../store/persons/person-cards.ts";

/** A person as other slices name, reach and place them. The caller authorises, and shows only what its own reader may see. */
export interface PersonCard extends CardRow {
  readonly communityName: string | null;
  readonly laneName: string | null;
}

/** Cards by the id asked for, whether or not it has been merged since. Unknown ids are missing. */
export async function personCards(tx: Tx, orgId: string, ids: readonly string[]): Promise<ReadonlyMap<string, PersonCard>> {
  const rows = await cardRows(tx, orgId, [...new Set(ids)]);
  const places = await unitNames(tx, orgId, [...rows.values()].flatMap(({ communityId, laneId }) => [communityId, laneId]).filter((id) => id !== null));
  const nameOf = (id: string | null) => (id === null ? null : places.get(id)?.name ?? null);
  return new Map([...rows].map(([id, row]) => [id, { ...row, communityName: nameOf(row.communityId), laneName: nameOf(row.laneId) }]));
}
