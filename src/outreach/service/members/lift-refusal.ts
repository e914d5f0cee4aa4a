import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { LiftRefusal } from "../../model/round/round.ts";
import { liftRefusals, lockRefusal } from "../../store/refusals.ts";

/** Somebody changed their mind and may be asked again. The refusal stays as a row, with why it no longer holds. */
export async function liftRefusal(session: Session, { refusalId, reason }: LiftRefusal): Promise<void> {
  const { actor, today } = session;
  requireCapability(actor, "outreach.manage");
  await session.write("outreach.lift-refusal", { refusalId, reason }, async (tx) => {
    const refusal = await lockRefusal(tx, actor.orgId, refusalId);
    if (!refusal) throw new Refusal("not_found", "outreach.refusal_not_found");
    if (refusal.liftedOn !== null) throw new Refusal("conflict", "outreach.refusal_lifted");
    await liftRefusals(tx, actor, { id: refusalId }, { on: today, reason });
    await recordAudit(tx, actor, { action: "refusal.lifted", subjectKind: "person", subjectId: refusal.personId, details: { refusalId, scope: refusal.scope } });
  });
}
