import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { Reason } from "../model/badge.ts";
import { findBadge, insertWithdrawal } from "../store/badges.ts";
import { requireManage } from "./ground.ts";

/** Withdraws a badge for good; whoever scans it is told so from this commit on. Somebody who goes on serving is given another. */
export async function withdrawBadge(session: Session, input: { readonly badgeId: string; readonly reason: Reason }): Promise<void> {
  const { actor, now, today } = session;
  requireManage(session);
  await session.write("badges.withdraw", input, async (tx) => {
    const badge = await findBadge(tx, actor.orgId, input.badgeId);
    if (!badge) throw new Refusal("not_found", "badges.not_found");
    const first = await insertWithdrawal(tx, actor.orgId, { ...input, onDay: today, byAccount: actor.accountId, byName: actor.name, at: now.toISOString() });
    if (!first) throw new Refusal("conflict", "badges.withdrawn_already");
    await recordAudit(tx, actor, { action: "badge.withdrawn", subjectKind: "badge", subjectId: badge.id, details: { reason: input.reason } });
    return null;
  });
}
