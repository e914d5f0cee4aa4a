import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { insertWithdrawal, lockEncounter, standingOf } from "../store/encounters.ts";

/** Takes back a service entered by mistake, with a reason. It counts no longer, and stays to be seen. */
export async function withdrawEncounter(session: Session, input: { encounterId: string; reason: string }): Promise<{ id: string }> {
  const { actor, now } = session;
  requireCapability(actor, "encounters.write");
  return session.write("encounters.withdraw", input, async (tx) => {
    const { encounterId, reason } = input;
    await lockEncounter(tx, actor.orgId, encounterId);
    const standing = await standingOf(tx, actor.orgId, encounterId, "");
    if (!standing) throw new Refusal("not_found", "encounter.not_found");
    if (standing.withdrawn) throw new Refusal("conflict", "encounter.withdrawn_before");
    await insertWithdrawal(tx, actor.orgId, { encounterId, revision: standing.revision, reason, byAccount: actor.accountId, byName: actor.name, at: now.toISOString() });
    await recordAudit(tx, actor, { action: "encounter.withdrawn", subjectKind: "encounter", subjectId: encounterId, details: { reason } });
    return { id: encounterId };
  });
}
