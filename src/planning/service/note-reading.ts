import { recordAudit, type AuditFact } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";

/** Notes that somebody's plan was read. What was read is no answer of the command, so nothing personal stays with an idempotency key. */
export async function noteReading(session: Session, fact: AuditFact): Promise<void> {
  await session.write(`${fact.action}|${fact.subjectId}`.slice(0, 200), null, async (tx) => {
    await recordAudit(tx, session.actor, fact);
    return null;
  });
}
