import { randomUUID } from "node:crypto";
import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { SessionPlan } from "../model/forms.ts";
import { lockGroup } from "../store/groups.ts";
import { insertSession, logsOf, sessionsOf } from "../store/sessions.ts";
import { requireNear } from "./near.ts";

/** Plans a session, or plans it anew: what it is for and what is done. Once it is written up its plan stays as it was. */
export async function planSession(session: Session, groupId: string, input: SessionPlan): Promise<{ id: string }> {
  const { actor, now } = session;
  return session.write("groups.plan_session", { groupId, ...input }, async (tx) => {
    await lockGroup(tx, actor.orgId, groupId);
    const { standing } = await requireNear(session, tx, groupId);
    if (standing.closed) throw new Refusal("conflict", "groups.closed");
    const sessions = await sessionsOf(tx, actor.orgId, groupId);
    const known = sessions.find(({ number }) => number === input.number);
    if (!known && input.number !== sessions.length + 1) throw new Refusal("conflict", "groups.next_number");
    if (known && (await logsOf(tx, actor.orgId, [known.id])).length > 0) throw new Refusal("conflict", "groups.held_already");
    const id = known?.id ?? randomUUID();
    await insertSession(tx, actor.orgId, { id, groupId, revision: (known?.revision ?? 0) + 1, ...input, byAccount: actor.accountId, byName: actor.name, at: now.toISOString() });
    await recordAudit(tx, actor, { action: "group.session_planned", subjectKind: "group", subjectId: groupId, details: { number: input.number } });
    return { id };
  });
}
