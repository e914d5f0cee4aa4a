import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { SessionLog, SessionMark } from "../model/forms.ts";
import { lockGroup } from "../store/groups.ts";
import { findSession, insertLog, logsOf } from "../store/sessions.ts";
import { namedMembers, requireNear } from "./near.ts";

/** Writes down what happened, who came, and what was seen of each; of who has not consented only that they came. A correction is a further revision. */
export async function logSession(session: Session, sessionId: string, { revision, ...log }: SessionLog, marks: readonly SessionMark[]): Promise<{ groupId: string }> {
  const { actor, today, now } = session;
  return session.write("groups.log", { sessionId, revision, ...log, marks }, async (tx) => {
    const planned = await findSession(tx, actor.orgId, sessionId);
    if (!planned) throw new Refusal("not_found", "groups.session_not_found");
    await lockGroup(tx, actor.orgId, planned.groupId);
    await requireNear(session, tx, planned.groupId);
    if (log.heldOn > today) throw new Refusal("invalid_input", "groups.in_future", { fields: [{ field: "heldOn", reason: "groups.in_future" }] });
    const [last] = await logsOf(tx, actor.orgId, [sessionId]);
    if ((last?.revision ?? 0) !== revision) throw new Refusal("stale", "platform.changed_meanwhile");
    const members = new Map((await namedMembers(session, tx, planned.groupId)).map((member) => [member.id, member]));
    for (const { memberId, seen, takingPart } of marks) {
      const member = members.get(memberId);
      if (!member || (member.leftOn !== null && member.leftOn < log.heldOn)) throw new Refusal("not_found", "groups.member_not_found");
      if (member.consent !== "given" && (seen !== "" || takingPart !== null)) throw new Refusal("conflict", "groups.consent_first");
    }
    await insertLog(tx, actor.orgId, { sessionId, revision: revision + 1, ...log, byAccount: actor.accountId, byName: actor.name, at: now.toISOString() }, marks);
    await recordAudit(tx, actor, { action: revision === 0 ? "group.session_logged" : "group.session_corrected", subjectKind: "group", subjectId: planned.groupId, details: { number: planned.number } });
    return { groupId: planned.groupId };
  });
}
