import { personCards } from "#people/index.ts";
import { unitNames } from "#places/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Role } from "../model/modes.ts";
import type { RevisionRow } from "../store/encounters.ts";

/** A service with the names of who took part and where. */
export interface NamedEncounter extends Omit<RevisionRow, "people" | "sendKey"> {
  /** The name is null for whoever does not let their data be kept. */
  readonly people: readonly { readonly personId: string; readonly name: string | null; readonly role: Role }[];
  readonly communityName: string | null;
}

/** Puts names to rows; two statements whatever their number. */
export async function nameEncounters(tx: Tx, orgId: string, rows: readonly RevisionRow[]): Promise<NamedEncounter[]> {
  const cards = await personCards(tx, orgId, rows.flatMap(({ people }) => people.map(({ personId }) => personId)));
  const places = await unitNames(tx, orgId, rows.flatMap(({ communityId }) => communityId ?? []));
  const nameOf = (id: string) => { const card = cards.get(id); return card && card.withheldOn === null ? card.name : null; };
  return rows.map(({ sendKey: _key, people, ...row }) => ({
    ...row, people: people.map(({ personId, role }) => ({ personId: cards.get(personId)?.id ?? personId, name: nameOf(personId), role })), communityName: (row.communityId && places.get(row.communityId)?.name) || null,
  }));
}
