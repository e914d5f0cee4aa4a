import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { Day } from "../../model/person.ts";
import { endMarks, insertMark, lockRelationship, MARK_KINDS, type MarkKind } from "../../store/facts/relationships.ts";

/** From when somebody is guardian or carer, may or must not be contacted; or until when. */
export const MarkChange = z.object({ relationshipId: z.uuid(), kind: z.enum(MARK_KINDS), change: z.enum(["begin", "end"]), onDay: Day });
export type MarkChange = z.output<typeof MarkChange>;

const OPPOSITE: Readonly<Partial<Record<MarkKind, MarkKind>>> = { may_contact: "must_not_contact", must_not_contact: "may_contact" };

/** Begins or ends a mark of a relationship. What was may be, must not be from then on: the one ends the other. */
export async function changeMark(session: Session, input: MarkChange): Promise<void> {
  const { actor, today } = session;
  requireCapability(actor, "people.write");
  await session.write("people.change-mark", input, async (tx) => {
    const row = await lockRelationship(tx, actor.orgId, input.relationshipId);
    if (!row) throw new Refusal("not_found", "person.relationship_not_found");
    if (input.onDay > today) throw new Refusal("invalid_input", "platform.check_fields", { fields: [{ field: "onDay", reason: "person.in_future" }] });
    if (input.change === "end") await endMarks(tx, actor.orgId, input.relationshipId, input.onDay, [input.kind]);
    else {
      if (row.untilOn !== null && input.kind !== "must_not_contact") throw new Refusal("conflict", "person.relationship_ended");
      const opposite = OPPOSITE[input.kind];
      if (opposite) await endMarks(tx, actor.orgId, input.relationshipId, input.onDay, [opposite]);
      if (!await insertMark(tx, actor.orgId, { relationshipId: input.relationshipId, kind: input.kind, fromOn: input.onDay })) throw new Refusal("conflict", "person.mark_holds");
    }
    await recordAudit(tx, actor, { action: input.change === "begin" ? "person.mark_begun" : "person.mark_ended", subjectKind: "person", subjectId: row.personId, details: { ...input } });
    return null;
  });
}
