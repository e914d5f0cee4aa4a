import { buildAuthorizationUrl, calculatePKCECodeChallenge, randomNonce, randomPKCECodeVerifier, randomState } from "openid-client";
import { Refusal } from "../../../kernel/refusal.ts";
import type { Installation } from "../../../platform/web/context.ts";
import { insertCeremony } from "../../store/ceremonies.ts";
import { CEREMONY_MS } from "../factors/relying-party.ts";
import { hashToken, newToken, type Ground } from "../ground.ts";
import { findVisitor } from "../sessions/find-visitor.ts";
import { discoverProvider, type OidcSettings } from "./oidc-provider.ts";

/** What the second half needs of the first; never leaves the database. */
export interface OidcFacts {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly next: string;
}

/** Where the provider sends people back to; to be registered there. */
export const oidcCallback = (origin: string): string => `${origin}/sign-in/oidc/callback`;

/**
 * Starts an exchange with the identity provider: the address to send the browser to, and a token for a short-lived cookie.
 *
 * @param sessionToken when somebody signed in wants to join the provider to their account
 */
export async function beginOidc(
  ground: Ground & Pick<Installation, "origin">, settings: OidcSettings, { next, sessionToken = null }: { next: string; sessionToken?: string | null },
): Promise<{ url: string; token: string; expiresAt: string }> {
  const visitor = await findVisitor(ground, sessionToken);
  const provider = await discoverProvider(settings).catch(() => { throw new Refusal("unavailable", "identity.oidc_unreachable"); });
  const facts: OidcFacts = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), next };
  const url = buildAuthorizationUrl(provider, {
    redirect_uri: oidcCallback(ground.origin), scope: "openid profile email", state: facts.state, nonce: facts.nonce,
    code_challenge: await calculatePKCECodeChallenge(facts.verifier), code_challenge_method: "S256",
  });
  const token = newToken();
  const at = ground.now();
  const expiresAt = new Date(at.getTime() + CEREMONY_MS).toISOString();
  const mayJoin = visitor !== null && (visitor.strong || !visitor.wantsSecondFactor);
  await insertCeremony(ground.db, { tokenHash: hashToken(token), kind: "oidc", accountId: mayJoin ? visitor.accountId : null, facts, expiresAt }, at);
  return { url: url.href, token, expiresAt };
}
