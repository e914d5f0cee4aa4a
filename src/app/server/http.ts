import { serveStatic } from "@hono/node-server/serve-static";
import { Hono, type Context, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { getCookie } from "hono/cookie";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { createRequestHandler, RouterContextProvider, type ServerBuild } from "react-router";
import { isRefusal, Refusal } from "../../kernel/refusal.ts";
import { problemResponse, type ApiEnv } from "../../platform/http/api.ts";
import { DEFAULT_LIMITS } from "../../platform/files/limits.ts";
import { contentSecurityPolicy, newNonce, refuseForeignChanges, SECURITY_HEADERS } from "../../platform/http/security.ts";
import { parsePreferences, PREFERENCES_COOKIE } from "../../platform/web/preferences-cookie.ts";
import { metrics, observeRequest } from "../../platform/http/metrics.ts";
import type { Log } from "../../platform/http/log.ts";
import type { Installation, Web, webContext as webContextKey } from "../../platform/web/context.ts";
import { resolveSession, resolveToken } from "../../identity/index.ts";
import { buildApi } from "../api.ts";
import type { pages as pageTable } from "../pages.ts";
import { guardPages } from "./guard-pages.ts";
import { refusalText, refusalTitle } from "../refusals.ts";
import { newRequestId } from "./web.ts";

type Build = ServerBuild & { entry: { module: { webContext: typeof webContextKey; pages: typeof pageTable } } };
interface AppEnv extends ApiEnv { Variables: ApiEnv["Variables"] & { web: Web } }

/** PostgreSQL's codes for a character no text can hold (NUL), plain and within JSON. */
const UNSTORABLE = new Set(["22021", "22P05"]);
/** The largest file and the form around it. */
const LARGEST_BODY_BYTES = DEFAULT_LIMITS.maxBytes + 1_000_000;
/** Forms of words only: nobody hands in a file without signing in. */
const LARGEST_STRANGERS_BODY_BYTES = 1_000_000;
/** Nobody is left to answer: no fault of ours, and counted apart from them. */
const CALLER_GONE = 499;

export interface HttpParts {
  installation: Installation;
  build: ServerBuild;
  log: Log;
  /** Whether the database answers; asked by /readyz. */
  ready(): Promise<boolean>;
  clientFolder: string;
}

/** The whole web application: health, files, API and pages behind one door. */
export function createHttp({ installation, build, log, ready, clientFolder }: HttpParts): Hono<AppEnv> {
  const { webContext, pages } = (build as Build).entry.module;
  const handlePage = createRequestHandler(guardPages(build, pages, (context) => context.get(webContext)), "production");
  const app = new Hono<AppEnv>();
  serveBasics(app, { ready, clientFolder });
  app.use(measured(log));
  app.use(refuseForeignChanges(() => installation.origin));
  app.use(bodyLimit({ maxSize: LARGEST_BODY_BYTES, onError: tooLarge }));
  app.use((c, next) => {
    if (c.req.url.includes("%00")) throw new Refusal("invalid_input", "platform.unstorable");
    return next();
  });
  app.use(async (c, next) => {
    const web = await openWeb(installation, c.req.raw, {
      requestId: c.get("requestId"), address: clientAddress(c.env), cookie: getCookie(c, "linli_session"), preferences: getCookie(c, PREFERENCES_COOKIE),
    });
    c.set("web", web);
    c.set("session", web.session);
    if (!web.session && Number(c.req.header("content-length") ?? 0) > LARGEST_STRANGERS_BODY_BYTES) tooLarge();
    await next();
  });
  app.route("/api/v1", buildApi());
  app.all("/api/*", () => { throw new Refusal("not_found", "platform.no_endpoint"); });
  app.all("*", async (c) => {
    const web = c.get("web");
    const context = new RouterContextProvider();
    context.set(webContext, web);
    const response = await handlePage(c.req.raw, context);
    response.headers.set("content-security-policy", contentSecurityPolicy(web.nonce));
    return response;
  });
  app.onError((error, c) => answerError(error, c, installation));
  return app;
}

/** Health, figures and files: no session, no log line. */
function serveBasics(app: Hono<AppEnv>, { ready, clientFolder }: Pick<HttpParts, "ready" | "clientFolder">): void {
  app.get("/livez", (c) => c.text("ok"));
  app.get("/readyz", async (c) => ((await ready()) ? c.text("ok") : c.text("database unavailable", 503)));
  app.get("/metrics", async (c) => c.text(await metrics()));
  app.use("/assets/*", serveStatic({ root: clientFolder, onFound: (_path, c) => c.header("cache-control", "public, max-age=31536000, immutable") }));
  app.use("/field-worker.js", serveStatic({ root: clientFolder, onFound: (_path, c) => c.header("cache-control", "no-cache") }));
  app.get("/favicon.svg", serveStatic({ root: clientFolder }));
}

/** Numbers a request, times it, and gives its answer the headers every answer carries. */
function measured(log: Log): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const startedAt = performance.now();
    c.set("requestId", newRequestId());
    await next();
    if (c.res.status >= 500 && c.req.raw.signal.aborted) c.res = new Response(null, { status: CALLER_GONE });
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.res.headers.set(name, value);
    if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", "no-store");
    const face = c.req.path.startsWith("/api/") ? "api" : "page";
    const ms = performance.now() - startedAt;
    observeRequest(face, c.req.method, c.res.status, ms);
    log.request({ requestId: c.get("requestId"), method: c.req.method, face, status: c.res.status, ms: Math.round(ms) });
  };
}

function tooLarge(): never {
  throw new Refusal("too_large", "platform.too_large");
}

/** What was sent and cannot be read at all: an answer in words, no fault of ours. */
function refusalOf(error: Error): Error {
  if (error instanceof HTTPException && error.status === 400) return new Refusal("invalid_input", "platform.not_json");
  if ("code" in error && UNSTORABLE.has(String(error.code))) return new Refusal("invalid_input", "platform.unstorable");
  return error;
}

function answerError(thrown: Error, c: Context<AppEnv>, installation: Installation): Response {
  const requestId = c.get("requestId");
  const error = refusalOf(thrown);
  if (!isRefusal(error) && !c.req.raw.signal.aborted) installation.reportBug(error, requestId);
  if (c.req.path.startsWith("/api/")) return problemResponse(error, requestId, refusalTitle);
  if (isRefusal(error)) return c.text(`${refusalText(error.reason, "zh")}\n${refusalTitle(error.reason)}`, error.status as ContentfulStatusCode);
  return c.text(`出了问题，请稍后再试。编号 ${requestId}\nSomething went wrong. Number ${requestId}`, 500);
}

async function openWeb(
  installation: Installation, request: Request, given: { requestId: string; address: string; cookie: string | undefined; preferences: string | undefined },
): Promise<Web> {
  const key = await idempotencyKey(request);
  const bearer = request.headers.get("authorization")?.match(/^Bearer (.+)$/)?.[1];
  const signIn = given.cookie ? await resolveSession(installation, given.cookie, key) : null;
  const session = bearer ? await resolveToken(installation, bearer, key) : signIn?.session ?? null;
  const preferences = parsePreferences(given.preferences);
  return {
    installation, session, signedIn: bearer ? null : signIn?.signedIn ?? null, sessionToken: given.cookie ?? null, preferences, lang: preferences.language,
    nonce: newNonce(), requestId: given.requestId, clientAddress: given.address,
  };
}

/** From the header, or from the hidden field every form carries. */
async function idempotencyKey(request: Request): Promise<string | undefined> {
  if (request.method === "GET" || request.method === "HEAD") return undefined;
  const header = request.headers.get("idempotency-key");
  if (header && (header.length < 8 || header.length > 200)) throw new Refusal("invalid_input", "platform.key_length");
  if (header) return header;
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(request.headers.get("content-type") ?? "")) return undefined;
  if (Number(request.headers.get("content-length") ?? 0) > 1_000_000) return undefined; // a file: read once, by its own page
  const key = (await request.clone().formData().catch(() => null))?.get("_key");
  return typeof key === "string" && key.length >= 8 ? key.slice(0, 200) : undefined;
}

function clientAddress(env: unknown): string {
  const incoming = (env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming;
  return incoming?.socket?.remoteAddress ?? "unknown";
}
