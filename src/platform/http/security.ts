import { randomBytes } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { Refusal } from "../../kernel/refusal.ts";

/** A fresh word for each answer; only scripts that carry it run. */
export const newNonce = (): string => randomBytes(16).toString("base64url");

/** What a page may load: itself, and nothing from anywhere else. Blobs are the map library's worker. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'", `script-src 'self' 'nonce-${nonce}'`, "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:",
    "worker-src 'self' blob:", "connect-src 'self'", "font-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
  ].join("; ");
}

/** Headers every answer carries. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(self), browsing-topics=()",
  "x-frame-options": "DENY",
};

/**
 * Refuses a change sent by another site's page (CSRF). Browsers say where a request comes from in Sec-Fetch-Site; old ones
 * only in Origin or Referer. A caller with a bearer token carries no cookie and needs no such check.
 */
export function refuseForeignChanges(origin: () => string): MiddlewareHandler {
  return async (c, next) => {
    if (["GET", "HEAD", "OPTIONS"].includes(c.req.method) || c.req.header("authorization")) return next();
    const site = c.req.header("sec-fetch-site");
    if (site ? site === "same-origin" || site === "none" : sameOrigin(c.req.header("origin") ?? c.req.header("referer"), c.req.header("host"), origin())) {
      return next();
    }
    throw new Refusal("forbidden", "platform.foreign_request");
  };
}

function sameOrigin(source: string | undefined, host: string | undefined, origin: string): boolean {
  if (!source) return false;
  const from = new URL(source, origin);
  return from.origin === origin || from.host === host;
}
