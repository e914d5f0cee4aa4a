import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { endMarks, lockRelationship, updateRelationship } from "../../store/facts/relationships.ts";

/** Ends a relationship: a divorce, a guardian replaced, care that stopped. The row stays, and so does what must not be: whoever must not be contacted is protected beyond it. */
export async function endRelationship(session: Session, { relationshipId, untilOn }: { relationshipId: string; untilOn: string }): Promise<void> {
  const { actor, today } = session;
  requireCapability(actor, "people.write");
  return session.write("people.end-relationship", { relationshipId, untilOn }, async (tx) => {
    const row = await lockRelationship(tx, actor.orgId, relationshipId);
    if (!row) throw new Refusal("not_found", "person.relationship_not_found");
    if (row.untilOn !== null) throw new Refusal("conflict", "person.relationship_ended");
    if (untilOn > today) throw new Refusal("invalid_input", "platform.check_fields", { fields: [{ field: "untilOn", reason: "person.in_future" }] });
    if (row.fromOn !== null && untilOn < row.fromOn) throw new Refusal("invalid_input", "platform.check_fields", { fields: [{ field: "untilOn", reason: "person.ends_before" }] });
    await updateRelationship(tx, actor.orgId, relationshipId, { untilOn });
    await endMarks(tx, actor.orgId, relationshipId, untilOn, ["guardian", "carer", "may_contact"]);
    await recordAudit(tx, actor, { action: "person.relationship_ended", subjectKind: "person", subjectId: row.personId, details: { relationshipId, untilOn } });
  });
}
