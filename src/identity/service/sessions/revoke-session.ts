import { Refusal } from "../../../kernel/refusal.ts";
import { recordAudit } from "../../../platform/audit/record.ts";
import { revokeSessions } from "../../store/sessions.ts";
import { organizationSession, type Ground } from "../ground.ts";
import type { Visitor } from "./find-visitor.ts";

/** Ends one of the visitor's own sessions, or all others. */
export async function revokeSession(ground: Ground, visitor: Visitor, which: { id: string } | "others"): Promise<void> {
  const own = organizationSession(ground, visitor.orgId, visitor);
  await own.write("identity.revoke_session", null, async (tx) => {
    const ended = await revokeSessions(tx, visitor.accountId, ground.now(), which === "others" ? { except: visitor.sessionId } : which);
    if (ended === 0 && which !== "others") throw new Refusal("not_found", "identity.session_ended");
    const subjectId = which === "others" ? visitor.accountId : which.id;
    if (ended > 0) await recordAudit(tx, own.actor, { action: "session.revoked", subjectKind: which === "others" ? "account" : "session", subjectId, details: { ended } });
    return null;
  });
}
