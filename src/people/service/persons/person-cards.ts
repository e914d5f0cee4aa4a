import { unitNames } from "#places/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Purpose } from "../../model/terms.ts";
import { cardRows, NO_NAME, type CardRow } from "../../store/persons/person-cards.ts";
import { whoDeclined } from "../consents/who-allows.ts";

/** A person as other slices name, reach and place them. The caller authorises, and shows only what its own reader may see. */
export interface PersonCard extends CardRow {
  readonly communityName: string | null;
  readonly laneName: string | null;
  /** Whether it says nothing of anybody, because they declined. */
  readonly blank: boolean;
}

/** How cards are to be used, beyond naming people for the task itself. */
interface CardUse {
  /** The duty that goes before the consent: told by law (强制报告), or the one file in which the withdrawal itself is dealt with. */
  readonly despite?: "legal_duty" | "own_file";
  /** A purpose of its own on a day: whoever declined it has a blank card too. */
  readonly purpose?: Purpose;
  readonly on?: string;
}

/** A card that says nothing of anybody. */
const blankCard = (card: PersonCard): PersonCard => ({
  ...card, blank: true, name: NO_NAME, preferredName: null, sex: null, birthOn: null, birthPrecision: null, laneId: null, laneName: null, address: null, remarks: null,
  disabilityType: null, disabilityGrade: null, longAtHome: null, phones: [],
});

/**
 * Cards by the id asked for, whether or not it has been merged since. Unknown ids are missing. Whoever does not let their data be kept has a
 * blank card, and whoever does not want to be contacted no phones: no slice can forget it.
 */
export async function personCards(tx: Tx, orgId: string, ids: readonly string[], { despite, purpose, on }: CardUse = {}): Promise<ReadonlyMap<string, PersonCard>> {
  const rows = await cardRows(tx, orgId, [...new Set(ids)]);
  const places = await unitNames(tx, orgId, [...rows.values()].flatMap(({ communityId, laneId }) => [communityId, laneId]).filter((id) => id !== null));
  const declined = purpose && on ? await whoDeclined(tx, orgId, [...rows.keys()], purpose, on) : new Set<string>();
  const nameOf = (id: string | null) => (id === null ? null : places.get(id)?.name ?? null);
  return new Map([...rows].map(([id, row]) => {
    const card = { ...row, communityName: nameOf(row.communityId), laneName: nameOf(row.laneId), blank: false };
    return [id, declined.has(id) || (card.withheldOn !== null && despite === undefined) ? blankCard(card) : card];
  }));
}
