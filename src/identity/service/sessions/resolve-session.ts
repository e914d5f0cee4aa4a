import type { Actor } from "../../../kernel/actor.ts";
import { AccountId, OrgId, PersonId } from "../../../kernel/ids.ts";
import { openSession, type Session } from "../../../platform/db/session.ts";
import { orgKeys } from "../../../platform/secrets/org-keys.ts";
import type { SignedIn } from "../../../platform/web/context.ts";
import { parsePreferences } from "../../../platform/web/preferences-cookie.ts";
import { needsSecondFactor } from "../../model/second-factor.ts";
import { sessionEnd, sessionTerms, TOUCH_AFTER_MS } from "../../model/session-terms.ts";
import { standingOf, type Standing } from "../../store/memberships.ts";
import { findSession, updateSession, type SessionRow } from "../../store/sessions.ts";
import { draftKeyOf, hashToken, type Ground } from "../ground.ts";

/** What a cookie stands for: somebody signed in, or somebody between the password and the second factor. */
export type ResolvedSession =
  | { readonly session: Session; readonly signedIn: SignedIn }
  | { readonly session: null; readonly signedIn: null; readonly pending: "second_factor_setup" | "second_factor" };

/** A session with what its account may do now. */
export interface LiveSession {
  readonly row: SessionRow;
  readonly standing: readonly Standing[];
  readonly acting: Standing & { readonly capabilities: string[] };
  readonly wantsSecondFactor: boolean;
}

/**
 * Reads the session of a cookie and the rights its account has at this moment: a membership ended, a role changed or an
 * account disabled counts from the next request. Two round trips, and a third at most once a minute to note the sign of life.
 */
export async function resolveSession(ground: Ground, token: string, key?: string): Promise<ResolvedSession | null> {
  const live = await findLiveSession(ground, token);
  if (!live) return null;
  const { row, standing, acting, wantsSecondFactor } = live;
  await touch(ground, live);
  if (wantsSecondFactor && !row.strongAt) {
    return { session: null, signedIn: null, pending: row.hasTotp || row.hasPasskey ? "second_factor" : "second_factor_setup" };
  }
  const actor = actorOf(acting, { accountId: row.accountId, name: row.name, strong: row.strongAt !== null });
  const session = openSession({
    db: ground.db, actor, keys: orgKeys(ground.masterKey, actor.orgId), now: ground.now(), timeZone: acting.timeZone, key,
  });
  const chinese = parsePreferences(row.preferences).language === "zh";
  return {
    session,
    signedIn: {
      accountId: row.accountId, name: row.name, roleName: (chinese ? acting.roleNameZh : acting.roleNameEn) ?? acting.role, capabilities: acting.capabilities,
      strong: actor.strong, organization: { id: acting.orgId, name: acting.orgName },
      organizations: standing.map(({ orgId, orgName }) => ({ id: orgId, name: orgName })), draftKey: draftKeyOf(ground.masterKey, row.accountId),
    },
  };
}

/** The session of a token with the membership it acts in; null when either has ended. */
export async function findLiveSession({ db, now }: Ground, token: string): Promise<LiveSession | null> {
  const row = await findSession(db, hashToken(token), now());
  if (!row) return null;
  const standing = await standingOf(db, row.accountId, row.orgId, now());
  const acting = standing.find(({ orgId }) => orgId === row.orgId);
  if (!acting?.capabilities) return null;
  return { row, standing, acting: { ...acting, capabilities: acting.capabilities }, wantsSecondFactor: needsSecondFactor(acting.capabilities) };
}

/** The actor of a membership. */
export function actorOf(acting: Standing & { capabilities: readonly string[] }, who: { accountId: string; name: string; strong: boolean }): Actor {
  return {
    accountId: AccountId.parse(who.accountId), orgId: OrgId.parse(acting.orgId), name: who.name, role: acting.role, capabilities: new Set(acting.capabilities),
    personId: acting.personId === null ? null : PersonId.parse(acting.personId), strong: who.strong,
  };
}

async function touch({ db, now }: Ground, { row, wantsSecondFactor }: LiveSession): Promise<void> {
  const at = now();
  if (at.getTime() - Date.parse(row.lastSeenAt) < TOUCH_AFTER_MS) return;
  const terms = sessionTerms({ strong: row.strongAt !== null, wantsSecondFactor });
  await updateSession(db, row.id, { lastSeenAt: at.toISOString(), expiresAt: sessionEnd(terms, new Date(row.openedAt), at).toISOString() });
}
