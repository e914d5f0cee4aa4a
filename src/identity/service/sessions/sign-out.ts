import { recordAudit } from "../../../platform/audit/record.ts";
import { revokeSessions } from "../../store/sessions.ts";
import { organizationSession, type Ground } from "../ground.ts";
import { findVisitor } from "./find-visitor.ts";

/** Ends the session of a cookie; does nothing when it had ended already. */
export async function signOut(ground: Ground, token: string | null): Promise<void> {
  const visitor = await findVisitor(ground, token);
  if (!visitor) return;
  const own = organizationSession(ground, visitor.orgId, visitor);
  await own.write("identity.sign_out", null, async (tx) => {
    const ended = await revokeSessions(tx, visitor.accountId, ground.now(), { id: visitor.sessionId });
    if (ended > 0) await recordAudit(tx, own.actor, { action: "session.closed", subjectKind: "session", subjectId: visitor.sessionId });
    return null;
  });
}
