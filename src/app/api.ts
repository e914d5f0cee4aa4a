import { OpenAPIHono } from "@hono/zod-openapi";
import type { Policy } from "../platform/access/policy.ts";
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

/** One endpoint as the readable page shows it. */
export interface EndpointLine {
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly policy: string;
  readonly parameters: readonly { name: string; place: string; required: boolean }[];
  readonly responses: readonly { status: string; description: string }[];
}

interface Operation {
  tags?: string[];
  summary?: string;
  parameters?: { name?: string; in?: string; required?: boolean }[];
  responses?: Record<string, { description?: string }>;
  "x-policy"?: Policy;
}

/** The document by group, for the readable page. */
export function describeApi(): { tag: string; endpoints: EndpointLine[] }[] {
  const paths = buildApi().getOpenAPI31Document(ABOUT).paths ?? {};
  const lines = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({
    tag: operation.tags?.[0] ?? "other", method: method.toUpperCase(), path: `/api/v1${path}`, summary: operation.summary ?? "", policy: words(operation["x-policy"]),
    parameters: (operation.parameters ?? []).map(({ name = "", in: place = "", required = false }) => ({ name, place, required })),
    responses: Object.entries(operation.responses ?? {}).map(([status, { description = "" }]) => ({ status, description })),
  })));
  const groups = Map.groupBy(lines, ({ tag }) => tag);
  return [...groups].map(([tag, endpoints]) => ({ tag, endpoints })).sort((a, b) => a.tag.localeCompare(b.tag));
}

function words(policy: Policy | undefined): string {
  if (!policy) return "—";
  return policy.kind === "capability" ? policy.capability : policy.kind;
}
