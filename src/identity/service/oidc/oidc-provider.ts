import { allowInsecureRequests, ClientSecretPost, discovery, type Configuration } from "openid-client";

/** How this installation is known to an identity provider. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button on the sign-in page says, e.g. 市民政统一登录. */
  readonly label: string;
}

/** `LINLI_OIDC_ISSUER`, `LINLI_OIDC_CLIENT_ID`, `LINLI_OIDC_CLIENT_SECRET` and, if wanted, `LINLI_OIDC_LABEL`; null when there is no provider. */
export function readOidcSettings(env: NodeJS.ProcessEnv = process.env): OidcSettings | null {
  const { LINLI_OIDC_ISSUER: issuer, LINLI_OIDC_CLIENT_ID: clientId, LINLI_OIDC_CLIENT_SECRET: clientSecret, LINLI_OIDC_LABEL: label } = env;
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret, label: label || new URL(issuer).hostname } : null;
}

const known = new Map<string, Promise<Configuration>>();

/** The provider's own description of itself, asked for once. Plain http is taken for a provider on this machine only. */
export function discoverProvider({ issuer, clientId, clientSecret }: OidcSettings): Promise<Configuration> {
  const key = `${issuer}|${clientId}`;
  const found = known.get(key);
  if (found) return found;
  const url = new URL(issuer);
  const local = url.protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  const asked = discovery(url, clientId, undefined, ClientSecretPost(clientSecret), local ? { execute: [allowInsecureRequests] } : {});
  known.set(key, asked);
  asked.catch(() => known.delete(key));
  return asked;
}
