import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { Tx } from "#platform/db/connect.ts";
import { lockRelationship, marksOfRelationships, updateRelationship } from "../../store/facts/relationships.ts";
import { readPerson } from "../../store/persons/persons.ts";
import { createPersons } from "../persons/create-persons.ts";

/** Gives a relative known by name a record of their own, so that their own needs and consents can be heard; their id. A carer begins that role. */
export async function openRelativeIn(session: Session, tx: Tx, relationshipId: string): Promise<string> {
  const { actor, today } = session;
  requireCapability(actor, "people.write");
  const row = await lockRelationship(tx, actor.orgId, relationshipId);
  if (!row) throw new Refusal("not_found", "person.relationship_not_found");
  if (row.otherId !== null) return row.otherId;
  const person = await readPerson(tx, actor.orgId, row.personId);
  const isCarer = (await marksOfRelationships(tx, actor.orgId, [relationshipId])).some(({ kind, untilOn }) => kind === "carer" && untilOn === null);
  const phone = row.otherPhone?.replace(/\s/g, "");
  const [id] = await createPersons(session, tx, [{
    name: row.otherName!, communityId: person?.communityId, laneId: person?.laneId,
    contacts: phone ? [{ kind: /^1[3-9]\d{9}$/.test(phone) ? "mobile" : "landline", value: phone }] : [],
    roles: isCarer ? [{ role: "carer", fromOn: today }] : [],
  }], { source: "relative", sourceId: row.sourceId });
  await updateRelationship(tx, actor.orgId, relationshipId, { otherId: id!, otherName: null });
  await recordAudit(tx, actor, { action: "person.relative_opened", subjectKind: "person", subjectId: row.personId, details: { relationshipId, relativeId: id } });
  return id!;
}

/** The same; for forms and the API. */
export async function openRelative(session: Session, relationshipId: string): Promise<string> {
  return session.write("people.open-relative", relationshipId, (tx) => openRelativeIn(session, tx, relationshipId));
}
