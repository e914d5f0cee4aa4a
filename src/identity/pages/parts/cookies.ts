import { redirect } from "react-router";
import { parsePreferences, PREFERENCES_COOKIE, formatPreferences } from "#platform/web/preferences-cookie.ts";
import type { Installation, Web } from "#platform/web/context.ts";
import type { Preferences } from "#platform/ui/plain.ts";
import { findVisitor } from "../../service/sessions/find-visitor.ts";
import { signOut } from "../../service/sessions/sign-out.ts";
import type { StartedSession } from "../../service/sessions/start-session.ts";

const SESSION_COOKIE = "linli_session";
/** For the way to the identity provider and back. */
export const OIDC_COOKIE = "linli_oidc";
const YEAR_SECONDS = 365 * 86_400;

type Origin = Pick<Installation, "origin">;

/** A cookie no script reads, sent to this installation only, also when coming back from the identity provider. */
export function secretCookie({ origin }: Origin, name: string, value: string, expiresAt: string): string {
  const secure = origin.startsWith("https:") ? "; Secure" : "";
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Expires=${new Date(expiresAt).toUTCString()}${secure}`;
}

/** The cookie of a session just opened. */
export const sessionCookie = (origin: Origin, { token, expiresAt }: StartedSession): string => secretCookie(origin, SESSION_COOKIE, token, expiresAt);

/** Takes a cookie back. */
export const endCookie = (origin: Origin, name: string = SESSION_COOKIE): string => secretCookie(origin, name, "", new Date(0).toISOString());

/** Keeps how pages look on this device. */
export function preferencesCookie({ origin }: Origin, preferences: Preferences): string {
  const secure = origin.startsWith("https:") ? "; Secure" : "";
  return `${PREFERENCES_COOKIE}=${formatPreferences(preferences)}; Path=/; SameSite=Lax; Max-Age=${YEAR_SECONDS}${secure}`;
}

/** One cookie of a request. */
export function cookieOf(request: Request, name: string): string | null {
  const pair = (request.headers.get("cookie") ?? "").split(/; */).find((part) => part.startsWith(`${name}=`));
  return pair?.slice(name.length + 1) || null;
}

/** Goes on as somebody just signed in: their cookie, their way of seeing pages, and the second step first where it is due. */
export async function enter(web: Web, started: StartedSession, next: string): Promise<Response> {
  if (web.sessionToken !== started.token) await signOut(web.installation, web.sessionToken);
  const visitor = await findVisitor(web.installation, started.token);
  const headers = new Headers([["set-cookie", sessionCookie(web.installation, started)]]);
  if (visitor?.preferences) headers.append("set-cookie", preferencesCookie(web.installation, parsePreferences(visitor.preferences)));
  return redirect(started.wantsSecondFactor ? secondStep(visitor?.hasFactor ?? false, next) : next, { headers });
}

/** Null where passkeys work; the right address where this page is seen under another name. */
export function passkeysOnlyAt(request: Request, { origin }: Origin): string | null {
  return request.headers.get("host") === new URL(origin).host ? null : origin;
}

/** Where the second step is made, or set up for the first time. */
export function secondStep(hasFactor: boolean, next: string): string {
  return `${hasFactor ? "/sign-in/second-factor" : "/account/second-factor"}?${new URLSearchParams({ next })}`;
}
