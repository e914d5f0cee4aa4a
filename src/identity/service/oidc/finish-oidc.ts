import { authorizationCodeGrant, type IDToken } from "openid-client";
import { Refusal } from "../../../kernel/refusal.ts";
import { recordAudit } from "../../../platform/audit/record.ts";
import type { Installation } from "../../../platform/web/context.ts";
import { normalizeLogin } from "../../model/login.ts";
import { findAccount, findAccountByLogin } from "../../store/accounts.ts";
import { takeCeremony } from "../../store/ceremonies.ts";
import { standingOf } from "../../store/memberships.ts";
import { findOidcAccount, insertOidcIdentity } from "../../store/oidc-identities.ts";
import { hashToken, organizationSession, type Ground } from "../ground.ts";
import { startSession, type StartedSession } from "../sessions/start-session.ts";
import { oidcCallback, type OidcFacts } from "./begin-oidc.ts";
import { discoverProvider, type OidcSettings } from "./oidc-provider.ts";

/** Ways of signing in there that are two factors already (RFC 8176); otherwise the second factor is asked for here. */
const STRONG_AMR = new Set(["mfa", "hwk", "otp", "fpt", "face"]);

/** Ends the exchange: signs in as the account this person of the provider stands for, or joins the two and leaves the session as it is. */
export async function finishOidc(
  ground: Ground & Pick<Installation, "origin">, settings: OidcSettings, { search, token, agent = "" }: { search: string; token: string | null; agent?: string },
): Promise<{ session: StartedSession | null; next: string }> {
  const begun = token ? await takeCeremony<OidcFacts>(ground.db, hashToken(token), "oidc", ground.now()) : undefined;
  if (!begun) throw new Refusal("invalid_input", "identity.oidc_expired");
  const claims = await claimsOf(ground, settings, search, begun.facts);
  const { next } = begun.facts;
  if (begun.accountId) {
    await joinAccount(ground, begun.accountId, claims);
    return { session: null, next };
  }
  const account = await accountOf(ground, claims);
  const strong = Array.isArray(claims.amr) && claims.amr.some((way) => STRONG_AMR.has(String(way)));
  return { session: await startSession(ground, account, { by: "oidc", strong, agent }), next };
}

async function claimsOf({ origin }: Pick<Installation, "origin">, settings: OidcSettings, search: string, facts: OidcFacts): Promise<IDToken> {
  const provider = await discoverProvider(settings).catch(() => { throw new Refusal("unavailable", "identity.oidc_unreachable"); });
  const back = new URL(`${oidcCallback(origin)}${search}`);
  const tokens = await authorizationCodeGrant(provider, back, {
    expectedState: facts.state, expectedNonce: facts.nonce, pkceCodeVerifier: facts.verifier, idTokenExpected: true,
  }).catch(() => { throw new Refusal("invalid_input", "identity.oidc_refused"); });
  return tokens.claims()!;
}

/** Known from before; else an account whose login is an address the provider has verified. An unknown person is not let in. */
async function accountOf(ground: Ground, claims: IDToken): Promise<{ id: string; name: string }> {
  const known = await findOidcAccount(ground.db, claims.iss, claims.sub);
  if (known) return known;
  const email = claims.email_verified === true && typeof claims.email === "string" ? normalizeLogin(claims.email) : null;
  const account = email ? await findAccountByLogin(ground.db, email) : undefined;
  if (!account || account.disabledAt) throw new Refusal("forbidden", "identity.oidc_unknown");
  return joinAccount(ground, account.id, claims);
}

async function joinAccount(ground: Ground, accountId: string, { iss, sub }: IDToken): Promise<{ id: string; name: string }> {
  const holder = await findOidcAccount(ground.db, iss, sub);
  if (holder && holder.id !== accountId) throw new Refusal("conflict", "identity.oidc_taken");
  const account = await findAccount(ground.db, accountId);
  if (!account || account.disabledAt) throw new Refusal("forbidden", "identity.oidc_unknown");
  if (!(await insertOidcIdentity(ground.db, { issuer: iss, subject: sub, accountId }))) return account;
  for (const { orgId, role } of await standingOf(ground.db, accountId, null, ground.now())) {
    const own = organizationSession(ground, orgId, { accountId, name: account.name, role });
    await own.write("identity.join_oidc", null, (tx) =>
      recordAudit(tx, own.actor, { action: "oidc.joined", subjectKind: "account", subjectId: accountId, details: { issuer: iss } }));
  }
  return account;
}
