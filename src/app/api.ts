import { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnv } from "../platform/http/api.ts";
import { apis } from "./slices.ts";

const ABOUT = {
  openapi: "3.1.0",
  info: {
    title: "Linli 邻里", version: "1",
    description: "The same services as the pages, with the same rights. Sign in with a personal access token (`Authorization: Bearer …`). "
      + "Writes take an `Idempotency-Key`; changes take `If-Match`. Lists are paged by `after`. Problems follow RFC 9457.",
  },
  servers: [{ url: "/api/v1" }],
};

/** Every slice's endpoints under one roof, with their OpenAPI 3.1 document. An endpoint without a policy stops the start. */
export function buildApi(): OpenAPIHono<ApiEnv> {
  const api = new OpenAPIHono<ApiEnv>();
  for (const slice of apis) api.route("/", slice);
  for (const definition of api.openAPIRegistry.definitions) {
    if (definition.type === "route" && !("x-policy" in definition.route)) {
      throw new Error(`The endpoint ${definition.route.method.toUpperCase()} ${definition.route.path} declares no policy: use guarded().`);
    }
  }
  api.openAPIRegistry.registerComponent("securitySchemes", "session", { type: "apiKey", in: "cookie", name: "linli_session" });
  api.openAPIRegistry.registerComponent("securitySchemes", "token", { type: "http", scheme: "bearer" });
  api.get("/openapi.json", (c) => c.json(api.getOpenAPI31Document(ABOUT)));
  return api;
}
