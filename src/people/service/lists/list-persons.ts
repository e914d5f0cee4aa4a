import { requireCapability } from "#platform/access/can.ts";
import type { Page } from "#platform/db/keyset.ts";
import type { Session } from "#platform/db/session.ts";
import { unitNames } from "#places/index.ts";
import type { PersonFilter } from "../../model/filter/person-filter.ts";
import { countPersons, listPersonRows, type PersonRow } from "../../store/persons/list-persons.ts";

/** A line of the list with the names of its places. */
export interface PersonLine extends Omit<PersonRow, "nameSort"> {
  readonly communityName: string | null;
  readonly laneName: string | null;
}

export interface PersonList extends Page<PersonLine> {
  /** How many the filter meets in all. */
  readonly persons: number;
}

/** A page of persons by name, with how many there are in all. Three queries whatever the page. */
export async function listPersons(session: Session, filter: PersonFilter, { after, limit = 50 }: { after?: string | null | undefined; limit?: number } = {}): Promise<PersonList> {
  const { actor: { orgId }, today } = session;
  requireCapability(session.actor, "people.read");
  if (filter.withheld) requireCapability(session.actor, "people.reveal");
  return session.read(async (tx) => {
    const { rows, next } = await listPersonRows(tx, orgId, filter, today, { after, limit });
    const { persons } = await countPersons(tx, orgId, filter, today);
    const units = await unitNames(tx, orgId, rows.flatMap(({ communityId, laneId }) => [communityId, laneId]).filter((id) => id !== null));
    const nameOf = (id: string | null) => (id === null ? null : units.get(id)?.name ?? null);
    return { persons, next, rows: rows.map(({ nameSort: _order, ...row }) => ({ ...row, communityName: nameOf(row.communityId), laneName: nameOf(row.laneId) })) };
  });
}
