import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { lockSegment, updateSegment } from "../../store/segments.ts";

/** Offers a segment no longer. It stays with the rounds that were made from it. */
export async function retireSegment(session: Session, id: string): Promise<void> {
  const { actor, today } = session;
  requireCapability(actor, "outreach.manage");
  await session.write("outreach.retire-segment", id, async (tx) => {
    const segment = await lockSegment(tx, actor.orgId, id);
    if (!segment || segment.retiredOn !== null) throw new Refusal("not_found", "segment.not_found");
    await updateSegment(tx, actor.orgId, id, { retiredOn: today });
    await recordAudit(tx, actor, { action: "segment.retired", subjectKind: "segment", subjectId: id });
  });
}
