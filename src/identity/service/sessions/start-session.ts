import { recordAudit } from "../../../platform/audit/record.ts";
import { Refusal } from "../../../kernel/refusal.ts";
import { needsSecondFactor } from "../../model/second-factor.ts";
import { sessionEnd, sessionTerms } from "../../model/session-terms.ts";
import { describeAgent } from "../../model/agent.ts";
import { standingOf } from "../../store/memberships.ts";
import { deleteOldSessions, insertSession } from "../../store/sessions.ts";
import { hashToken, newToken, organizationSession, type Ground } from "../ground.ts";

/** A session just opened; the token goes into the cookie and is nowhere else. */
export interface StartedSession {
  readonly token: string;
  readonly expiresAt: string;
  /** What has to happen before anything but one's own second factor can be opened. */
  readonly wantsSecondFactor: boolean;
}

/**
 * Opens a session for an account that has just proved who it is.
 *
 * @param by how: `password`, `passkey`, `oidc`, `demo`, `invitation`, `set_up`; kept in the audit trail
 */
export async function startSession(
  ground: Ground, account: { id: string; name: string }, { by, strong, agent = "", orgId }: { by: string; strong: boolean; agent?: string; orgId?: string },
): Promise<StartedSession> {
  const { db, now } = ground;
  const at = now();
  const first = await standingOf(db, account.id, orgId ?? null, at);
  const chosen = orgId ?? first[0]?.orgId;
  const acting = (orgId ? first : await standingOf(db, account.id, chosen ?? null, at)).find((standing) => standing.orgId === chosen);
  if (!acting?.capabilities) throw new Refusal("forbidden", "identity.no_membership");
  const wantsSecondFactor = needsSecondFactor(acting.capabilities) && !strong;
  const token = newToken();
  const expiresAt = sessionEnd(sessionTerms({ strong, wantsSecondFactor: needsSecondFactor(acting.capabilities) }), at, at).toISOString();
  const audit = organizationSession(ground, acting.orgId, { accountId: account.id, name: account.name, role: acting.role });
  await audit.write("identity.start_session", null, async (tx) => {
    const id = await insertSession(tx, {
      tokenHash: hashToken(token), accountId: account.id, orgId: acting.orgId, openedAt: at.toISOString(), expiresAt,
      strongAt: strong ? at.toISOString() : null, agent: describeAgent(agent),
    });
    await recordAudit(tx, audit.actor, { action: "session.opened", subjectKind: "session", subjectId: id, details: { by, strong } });
    return null;
  });
  await deleteOldSessions(db, new Date(at.getTime() - 30 * 86_400_000));
  return { token, expiresAt, wantsSecondFactor };
}
