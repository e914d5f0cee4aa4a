import { openSession, type Session } from "../../../platform/db/session.ts";
import { orgKeys } from "../../../platform/secrets/org-keys.ts";
import { findAccount } from "../../store/accounts.ts";
import { standingOf } from "../../store/memberships.ts";
import type { Ground } from "../ground.ts";
import { actorOf } from "./resolve-session.ts";

/**
 * A session for long work, with the rights whoever asked for it has now; null when they have none left.
 * It counts as strong: asking was only possible from a session that was strong enough.
 */
export async function openJobSession({ db, masterKey, now }: Ground, orgId: string, accountId: string): Promise<Session | null> {
  const account = await findAccount(db, accountId);
  if (!account || account.disabledAt) return null;
  const acting = (await standingOf(db, accountId, orgId, now())).find((standing) => standing.orgId === orgId);
  if (!acting?.capabilities) return null;
  const actor = actorOf({ ...acting, capabilities: acting.capabilities }, { accountId, name: account.name, strong: true });
  return openSession({ db, actor, keys: orgKeys(masterKey, actor.orgId), now: now(), timeZone: acting.timeZone });
}
