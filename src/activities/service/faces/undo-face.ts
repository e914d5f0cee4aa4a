import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { MANAGE } from "../../model/policy.ts";
import { hasShared, insertUndone } from "../../store/feedback.ts";
import { holdOccasion } from "../ground.ts";

/** Takes back a face pressed by mistake. Only the device on which it was pressed knows the answer's number, and forgets it after some seconds. */
export async function undoFace(session: Session, sessionId: string, answerId: string): Promise<{ answerId: string }> {
  const { actor } = session;
  requireCapability(actor, MANAGE);
  return session.write("activities.undo_face", { sessionId, answerId }, async (tx) => {
    await holdOccasion(tx, actor.orgId, sessionId);
    if (!await hasShared(tx, actor.orgId, sessionId, answerId)) throw new Refusal("not_found", "activities.answer_not_found");
    await insertUndone(tx, actor.orgId, answerId);
    return { answerId };
  });
}
