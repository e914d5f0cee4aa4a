import { Refusal } from "../../../kernel/refusal.ts";
import { parsePreferences } from "../../../platform/web/preferences-cookie.ts";
import { findAccount } from "../../store/accounts.ts";
import { selectOidcIdentities } from "../../store/oidc-identities.ts";
import type { Ground } from "../ground.ts";
import type { Visitor } from "../sessions/find-visitor.ts";

/** One's own account as one's own page shows it. */
export async function readOwnAccount({ db }: Ground, { accountId }: Visitor) {
  const account = await findAccount(db, accountId);
  if (!account) throw new Refusal("not_found", "identity.no_such_login");
  const oidc = await selectOidcIdentities(db, accountId);
  return {
    login: account.login, name: account.name, hasPassword: account.passwordHash !== null, preferences: parsePreferences(account.preferences),
    version: account.version, isDemo: account.isDemo, oidc: oidc.map(({ issuer, linkedAt }) => ({ issuer, linkedAt })),
  };
}
