import { withdrawProposed } from "../../hours/index.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { recordAudit } from "../../platform/audit/record.ts";
import type { Session } from "../../platform/db/session.ts";
import { findVisit, insertWithdrawal } from "../store/visits.ts";

/** Takes back a meeting noted by mistake: by whoever noted it, or by staff; with a reason. It is no longer counted, nor are its hours, but stays to be seen. */
export async function withdrawVisit(session: Session, { visitId, reason }: { visitId: string; reason: string }): Promise<{ id: string }> {
  const { actor, now } = session;
  return session.write("visits.withdraw", { visitId, reason }, async (tx) => {
    const visit = await findVisit(tx, actor.orgId, visitId);
    const mine = visit?.loggedBy === actor.accountId && actor.capabilities.has("visits.own");
    if (!visit || !(mine || actor.capabilities.has("visits.read"))) throw new Refusal("not_found", "visit.not_found");
    const { orgId, accountId: byAccount, name: byName } = actor;
    if (!(await insertWithdrawal(tx, orgId, { visitId, reason, byAccount, byName, at: now.toISOString() }))) throw new Refusal("conflict", "visit.withdrawn_before");
    await withdrawProposed(session, tx, { kind: "visit", ids: [visitId] }, reason);
    await recordAudit(tx, actor, { action: "visit.withdrawn", subjectKind: "visit", subjectId: visitId, details: { reason } });
    return { id: visitId };
  });
}
