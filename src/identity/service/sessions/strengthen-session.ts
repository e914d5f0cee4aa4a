import { Refusal } from "../../../kernel/refusal.ts";
import { recordAudit } from "../../../platform/audit/record.ts";
import { sessionEnd, sessionTerms } from "../../model/session-terms.ts";
import { updateSession } from "../../store/sessions.ts";
import { hashToken, newToken, organizationSession, type Ground } from "../ground.ts";
import type { StartedSession } from "./start-session.ts";
import type { Visitor } from "./find-visitor.ts";

/** Notes that a second factor was shown, under a new token: one overheard before is worth nothing. */
export async function strengthenSession(ground: Ground, visitor: Visitor, by: "totp" | "recovery_code" | "passkey"): Promise<StartedSession> {
  const at = ground.now();
  const token = newToken();
  const terms = sessionTerms({ strong: true, wantsSecondFactor: visitor.wantsSecondFactor });
  const expiresAt = sessionEnd(terms, new Date(visitor.openedAt), at).toISOString();
  const own = organizationSession(ground, visitor.orgId, visitor);
  await own.write("identity.strengthen_session", null, async (tx) => {
    const changed = await updateSession(tx, visitor.sessionId, { tokenHash: hashToken(token), strongAt: at.toISOString(), lastSeenAt: at.toISOString(), expiresAt });
    if (!changed) throw new Refusal("not_signed_in", "access.sign_in");
    await recordAudit(tx, own.actor, { action: "session.strengthened", subjectKind: "session", subjectId: visitor.sessionId, details: { by } });
    return null;
  });
  return { token, expiresAt, wantsSecondFactor: false };
}
