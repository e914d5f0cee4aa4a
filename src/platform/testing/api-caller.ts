import { OpenAPIHono } from "@hono/zod-openapi";
import type { Session } from "#platform/db/session.ts";
import { type ApiEnv, problemResponse } from "#platform/http/api.ts";

/** A slice's endpoints as somebody with this session reaches them; null: nobody signed in. */
export function callerOf(api: OpenAPIHono<ApiEnv>, session: Session | null) {
  const app = new OpenAPIHono<ApiEnv>();
  app.use("*", async (c, next) => { c.set("session", session); await next(); });
  app.route("/", api);
  app.onError((error) => problemResponse(error, "test", (reason) => reason));
  const send = (method: string, path: string, body: unknown) => app.request(path, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  return {
    get: (path: string) => app.request(path),
    send,
    post: (path: string, body: unknown) => send("POST", path, body),
    document: () => app.getOpenAPI31Document({ openapi: "3.1.0", info: { title: "test", version: "1" } }),
  };
}
