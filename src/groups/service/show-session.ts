import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { SessionMark } from "../model/forms.ts";
import { findSession, logsOf, marksOf, type LogRow, type SessionRow } from "../store/sessions.ts";
import { belongedOn, namedMembers, requireNear, type Member, type NearGroup } from "./near.ts";

export interface ShownSession extends NearGroup {
  readonly session: SessionRow;
  readonly log: LogRow | null;
  readonly marks: readonly SessionMark[];
  /** Who belonged on the day. */
  readonly members: readonly Member[];
}

/** One session: its plan, what happened, who came. Reading it is noted. */
export async function showSession(session: Session, sessionId: string): Promise<ShownSession> {
  const { actor, now } = session;
  return session.write("groups.show_session", { sessionId, at: now.toISOString() }, async (tx) => {
    const planned = await findSession(tx, actor.orgId, sessionId);
    if (!planned) throw new Refusal("not_found", "groups.session_not_found");
    const near = await requireNear(session, tx, planned.groupId);
    const [log = null] = await logsOf(tx, actor.orgId, [sessionId]);
    const members = (await namedMembers(session, tx, planned.groupId)).filter(belongedOn(log?.heldOn ?? planned.onDay));
    await recordAudit(tx, actor, { action: "group.session_read", subjectKind: "group", subjectId: planned.groupId, details: { number: planned.number } });
    return { ...near, session: planned, log, marks: log ? await marksOf(tx, actor.orgId, [log]) : [], members };
  });
}
