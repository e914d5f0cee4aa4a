import { Refusal } from "../../../kernel/refusal.ts";
import { recordAudit } from "../../../platform/audit/record.ts";
import { needsSecondFactor } from "../../model/second-factor.ts";
import { sessionEnd, sessionTerms } from "../../model/session-terms.ts";
import { standingOf } from "../../store/memberships.ts";
import { updateSession } from "../../store/sessions.ts";
import { hashToken, newToken, organizationSession, type Ground } from "../ground.ts";
import { requireVisitor } from "./find-visitor.ts";
import type { StartedSession } from "./start-session.ts";

/** Acts for another organisation from now on, with the role held there, under a new token. */
export async function switchOrganization(ground: Ground, token: string | null, orgId: string): Promise<StartedSession> {
  const visitor = await requireVisitor(ground, token);
  const at = ground.now();
  const acting = (await standingOf(ground.db, visitor.accountId, orgId, at)).find((standing) => standing.orgId === orgId);
  if (!acting?.capabilities) throw new Refusal("not_found", "identity.not_a_member");
  const wants = needsSecondFactor(acting.capabilities);
  const fresh = newToken();
  const expiresAt = sessionEnd(sessionTerms({ strong: visitor.strong, wantsSecondFactor: wants }), new Date(visitor.openedAt), at).toISOString();
  const own = organizationSession(ground, orgId, { accountId: visitor.accountId, name: visitor.name, role: acting.role });
  await own.write("identity.switch_organization", null, async (tx) => {
    const changed = await updateSession(tx, visitor.sessionId, { tokenHash: hashToken(fresh), orgId, lastSeenAt: at.toISOString(), expiresAt });
    if (!changed) throw new Refusal("not_signed_in", "access.sign_in");
    await recordAudit(tx, own.actor, { action: "session.opened", subjectKind: "session", subjectId: visitor.sessionId, details: { by: "switch", strong: visitor.strong } });
    return null;
  });
  return { token: fresh, expiresAt, wantsSecondFactor: wants && !visitor.strong };
}
