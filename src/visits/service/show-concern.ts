import { Refusal } from "../../kernel/refusal.ts";
import { personCards } from "../../people/index.ts";
import { requireCapability } from "../../platform/access/can.ts";
import { recordAudit } from "../../platform/audit/record.ts";
import type { Session } from "../../platform/db/session.ts";
import { readNotices } from "../../platform/notify/notices.ts";
import { concernStatus, type ConcernStatus } from "../model/concern.ts";
import { findConcern, listConcernSteps, type ConcernRow, type ConcernStepRow } from "../store/concerns.ts";

/** One concern with what was done about it. Opening it is audited and puts its notice away. */
export async function showConcern(session: Session, id: string): Promise<ConcernRow & { aboutName: string; status: ConcernStatus; steps: readonly ConcernStepRow[] }> {
  const { actor, now } = session;
  requireCapability(actor, "concerns.read");
  return session.write("visits.show_concern", id, async (tx) => {
    const concern = await findConcern(tx, actor.orgId, id);
    if (!concern) throw new Refusal("not_found", "concern.not_found");
    const steps = await listConcernSteps(tx, actor.orgId, id);
    const cards = await personCards(tx, actor.orgId, [concern.aboutId]);
    await readNotices(tx, actor, `/concerns/${id}`, now);
    await recordAudit(tx, actor, { action: "concern.read", subjectKind: "concern", subjectId: id });
    return { ...concern, aboutName: cards.get(concern.aboutId)?.name ?? "", status: concernStatus(steps), steps };
  });
}
