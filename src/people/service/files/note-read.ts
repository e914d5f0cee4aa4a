import { recordAudit, type AuditFact } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";

/**
 * Notes that something of a file was read. A transaction of its own with an empty answer: what is kept for a repeated
 * request never holds what was read; and the instant is part of the input, so a key sent twice cannot hide a second reading.
 */
export async function noteRead(session: Session, fact: AuditFact): Promise<void> {
  await session.write("people.note-read", { subjectId: fact.subjectId, at: session.now.toISOString() }, async (tx) => {
    await recordAudit(tx, session.actor, fact);
    return null;
  });
}
