import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { insertMessageEvent, lockMessage } from "../../store/messages.ts";
import { byOf, requireSend } from "../ground.ts";

/** Stops a message. Before it left nobody gets it; afterwards only those it has not yet reached. */
export async function stopMessage(session: Session, messageId: string): Promise<{ id: string }> {
  requireSend(session);
  const { actor } = session;
  return session.write("messaging.stop", { messageId }, async (tx) => {
    const message = await lockMessage(tx, actor.orgId, messageId);
    if (!message) throw new Refusal("not_found", "messaging.not_found");
    if (message.leavesAt === null) throw new Refusal("conflict", "messaging.not_released");
    if (message.stoppedAt !== null) throw new Refusal("conflict", "messaging.stopped_already");
    await insertMessageEvent(tx, actor.orgId, { messageId, number: 2, kind: "stopped", leavesAt: null, ...byOf(session) });
    await recordAudit(tx, actor, { action: "message.stopped", subjectKind: "message", subjectId: messageId });
    return { id: messageId };
  });
}
