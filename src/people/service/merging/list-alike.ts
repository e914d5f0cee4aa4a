import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { contactsOf, identifiersOf } from "../../store/facts/records-of.ts";
import { readPerson } from "../../store/persons/persons.ts";
import { distinctFrom, insertDistinctPair } from "../../store/sources/merges.ts";
import { findSamePersons, type SamePersonMatch } from "../persons/find-same-persons.ts";
import { requirePersons } from "../persons/require-persons.ts";
import { identifierCell } from "../persons/seal-identifiers.ts";

/** Records that may be of the same person, without those somebody already found to be another. */
export async function listAlike(session: Session, personId: string): Promise<SamePersonMatch[]> {
  const { actor: { orgId }, keys } = session;
  requireCapability(session.actor, "people.write");
  return session.read(async (tx) => {
    const person = await readPerson(tx, orgId, personId);
    if (!person) throw new Refusal("not_found", "person.not_found");
    const identifiers = await identifiersOf(tx, orgId, [personId]);
    const numberOf = (wanted: string) => { const row = identifiers.find(({ system }) => system === wanted); return row && keys.open(row.sealed, identifierCell(row.id)); };
    const phones = (await contactsOf(tx, orgId, [personId])).map(({ value }) => value);
    const [alike = []] = await findSamePersons(session, tx, [{ name: person.name, birthOn: person.birthOn, residentId: numberOf("resident_id"), certificateNumber: numberOf("disability_certificate"), phones }]);
    const others = new Set([personId, ...await distinctFrom(tx, orgId, personId)]);
    return alike.filter((match) => !others.has(match.personId));
  });
}

/** Notes that two records are two people; they are not proposed again. */
export async function keepApart(session: Session, { personId, otherId }: { personId: string; otherId: string }): Promise<void> {
  const { actor } = session;
  requireCapability(actor, "people.write");
  if (personId === otherId) throw new Refusal("invalid_input", "person.merge_self");
  return session.write("people.keep-apart", { personId, otherId }, async (tx) => {
    await requirePersons(tx, actor.orgId, [personId, otherId]);
    await insertDistinctPair(tx, actor.orgId, personId, otherId, actor.accountId);
    await recordAudit(tx, actor, [{ action: "person.kept_apart", subjectKind: "person", subjectId: personId, details: { otherId } }]);
  });
}
