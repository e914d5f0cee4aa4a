import { identitiesOf } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import { type RecordedFact, selectFacts } from "../store/facts.ts";
import { selectVolunteersOfPersons, type Volunteer } from "../store/volunteers.ts";

/** What counts for a volunteer: what was written down of them, and under a record since merged with theirs in the same programme. */
export async function factsOf(tx: Tx, orgId: string, { id, personId, programmeId }: Volunteer): Promise<RecordedFact[]> {
  const records = (await identitiesOf(tx, orgId, [personId])).get(personId) ?? [];
  if (records.length < 2) return selectFacts(tx, orgId, [id]);
  const same = (await selectVolunteersOfPersons(tx, orgId, records)).filter((one) => one.programmeId === programmeId);
  return selectFacts(tx, orgId, same.map((one) => one.id));
}
