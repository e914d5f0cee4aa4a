import { openSession, type Session } from "../../../platform/db/session.ts";
import { orgKeys } from "../../../platform/secrets/org-keys.ts";
import { organizationOfToken } from "../../model/org-token.ts";
import { TOUCH_AFTER_MS } from "../../model/session-terms.ts";
import { findAccessToken, touchAccessToken } from "../../store/access-tokens.ts";
import { standingOf } from "../../store/memberships.ts";
import { hashToken, organizationSession, type Ground } from "../ground.ts";
import { actorOf } from "../sessions/resolve-session.ts";

/** The session of a personal access token: what its owner may do now, and of that only what the token was made for. */
export async function resolveToken(ground: Ground, bearer: string, key?: string): Promise<Session | null> {
  const orgId = organizationOfToken("access", bearer);
  if (!orgId) return null;
  const at = ground.now();
  const system = organizationSession(ground, orgId);
  const token = await system.write("identity.use_token", null, async (tx) => {
    const found = await findAccessToken(tx, orgId, hashToken(bearer), at);
    if (found && at.getTime() - Date.parse(found.lastUsedAt ?? "1970-01-01T00:00:00Z") > TOUCH_AFTER_MS) await touchAccessToken(tx, orgId, found.id, at.toISOString());
    return found ?? null;
  });
  if (!token) return null;
  const acting = (await standingOf(ground.db, token.accountId, orgId, at)).find((standing) => standing.orgId === orgId);
  if (!acting?.capabilities) return null;
  const capabilities = acting.capabilities.filter((capability) => token.scopes.includes(capability));
  const actor = actorOf({ ...acting, capabilities }, { accountId: token.accountId, name: token.name, strong: token.strong });
  return openSession({ db: ground.db, actor, keys: orgKeys(ground.masterKey, actor.orgId), now: at, timeZone: acting.timeZone, key });
}
