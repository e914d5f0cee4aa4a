import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { inverseOf, type NewRelationship } from "../../model/relationship.ts";
import { identitiesOf } from "../../store/persons/person-cards.ts";
import { readPerson } from "../../store/persons/persons.ts";
import { insertRelationships, relativesOfRecords, type Relative } from "../../store/facts/relationships.ts";
import { requireMayRecord } from "../persons/require-may.ts";
import { requirePersons } from "../persons/require-persons.ts";

/** Adds relationships in the caller's transaction; their ids in the order given. */
export async function addRelationships(session: Session, tx: Tx, rows: readonly NewRelationship[]): Promise<string[]> {
  const { actor } = session;
  requireMayRecord(actor);
  for (const row of rows) {
    if (!row.otherId && !row.otherName) throw new Refusal("invalid_input", "person.relative_missing", { fields: [{ field: "otherName", reason: "person.relative_missing" }] });
    if (row.otherId === row.personId) throw new Refusal("invalid_input", "person.relative_self", { fields: [{ field: "otherId", reason: "person.relative_self" }] });
    if (row.fromOn && row.untilOn && row.untilOn < row.fromOn) throw new Refusal("invalid_input", "platform.check_fields", { fields: [{ field: "untilOn", reason: "person.ends_before" }] });
  }
  await requirePersons(tx, actor.orgId, rows.flatMap(({ personId, otherId }) => (otherId ? [personId, otherId] : [personId])));
  const ids = await insertRelationships(tx, actor.orgId, rows);
  await recordAudit(tx, actor, rows.map(({ personId, relation, isGuardian = false, isCarer = false }, index) => (
    { action: "person.relationship_added", subjectKind: "person", subjectId: personId, details: { relationshipId: ids[index], relation, isGuardian, isCarer } })));
  return ids;
}

/** Adds one relationship, read the other way round by its words unless told; for forms and the API. */
export async function addRelationship(session: Session, row: NewRelationship): Promise<string> {
  return session.write("people.add-relationship", row, async (tx) => {
    const person = await readPerson(tx, session.actor.orgId, row.personId);
    return (await addRelationships(session, tx, [{ ...row, inverse: row.inverse ?? inverseOf(row.relation, person?.sex ?? null) }]))[0]!;
  });
}

/** Relatives by person, from both ends; also those noted under records merged since. */
export async function relativesOf(tx: Tx, orgId: string, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly Relative[]>> {
  const identities = await identitiesOf(tx, orgId, [...new Set(personIds)]);
  const byRecord = Map.groupBy(await relativesOfRecords(tx, orgId, [...new Set([...identities.values()].flat())]), ({ personId }) => personId);
  return new Map([...identities].map(([asked, ids]) => [asked, ids.flatMap((id) => byRecord.get(id) ?? []).filter(({ otherId }) => otherId === null || !ids.includes(otherId))]));
}
