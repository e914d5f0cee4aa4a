import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { listUnits, type Unit } from "#places/index.ts";
import type { PersonFilter } from "../../model/filter/person-filter.ts";
import { countPersons, type PersonCounts } from "../../store/persons/list-persons.ts";

/** How many persons a filter meets, by community and lane, with the units they lie in. */
export async function mapPersons(session: Session, filter: PersonFilter): Promise<PersonCounts & { units: Unit[] }> {
  const { actor: { orgId }, today } = session;
  requireCapability(session.actor, "people.read");
  if (filter.withheld) requireCapability(session.actor, "people.reveal");
  return session.read(async (tx) => ({
    ...await countPersons(tx, orgId, filter, today),
    units: await listUnits(tx, orgId, { on: today, kinds: ["community", "lane", "grid", "building"] }),
  }));
}
