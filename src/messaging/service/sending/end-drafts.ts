import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { overBefore } from "../../model/draft-end.ts";
import { TIDY } from "../../model/policy.ts";
import { deleteMessage, draftsBefore, lockMessage } from "../../store/messages.ts";

/** Takes away messages that were written long ago and never let go; that one was is kept, what it said is not. */
export async function endDrafts(session: Session): Promise<{ ended: number }> {
  const { actor, now } = session;
  requireCapability(actor, TIDY);
  const old = await session.read((tx) => draftsBefore(tx, actor.orgId, overBefore(now)));
  if (old.length === 0) return { ended: 0 };
  return session.write("messaging.end_drafts", { old }, async (tx) => {
    const ended: string[] = [];
    for (const id of old) {
      const message = await lockMessage(tx, actor.orgId, id); // somebody may be letting it go just now
      if (!message || message.leavesAt !== null) continue;
      await deleteMessage(tx, actor.orgId, id);
      await recordAudit(tx, actor, { action: "message.draft_ended", subjectKind: "message", subjectId: id, details: { writtenAt: message.at, of: message.audience.of } });
      ended.push(id);
    }
    return { ended: ended.length };
  });
}
