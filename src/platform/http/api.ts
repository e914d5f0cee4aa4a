import { createRoute, OpenAPIHono, z, type RouteConfig } from "@hono/zod-openapi";
import type { Env, MiddlewareHandler } from "hono";
import { isRefusal, Refusal } from "../../kernel/refusal.ts";
import { judge, type Policy } from "../access/policy.ts";
import type { Session } from "../db/session.ts";

export interface ApiEnv extends Env {
  Variables: { session: Session | null; requestId: string };
}

/** RFC 9457 problem details. */
export const Problem = z.object({
  type: z.string().openapi({ description: "A URI reference that names the kind of problem", example: "/problems/person.not_found" }),
  title: z.string(),
  status: z.number().int(),
  instance: z.string().openapi({ description: "The request's number, also in the log" }),
  fields: z.array(z.object({ field: z.string(), reason: z.string() })).optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  difference: z.record(z.string(), z.object({ stored: z.unknown(), sent: z.unknown() })).optional(),
}).openapi("Problem");

/** A router of one slice; input that does not fit its schema leaves as a problem, not as a crash. */
export function createApi(): OpenAPIHono<ApiEnv> {
  return new OpenAPIHono<ApiEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const fields = result.error.issues.map((issue) => ({ field: issue.path.join("."), reason: issue.message }));
      throw new Refusal("invalid_input", "platform.check_fields", { fields });
    },
  });
}

const PROBLEM = { content: { "application/problem+json": { schema: Problem } } };

/**
 * Declares an endpoint together with its policy; the document shows the policy, the middleware enforces it.
 * The usual problems are added to the responses.
 */
export function guarded<P extends string, R extends Omit<RouteConfig, "path"> & { path: P }>(policy: Policy, route: R) {
  const enforce: MiddlewareHandler<ApiEnv> = async (c, next) => {
    const refusal = judge(policy, c.get("session")?.actor ?? null);
    if (refusal) throw refusal;
    await next();
  };
  const problems = {
    ...(policy.kind !== "public" && { 401: { description: "Not signed in", ...PROBLEM }, 403: { description: "Not allowed", ...PROBLEM } }),
    422: { description: "Something in the request does not fit", ...PROBLEM },
  };
  return createRoute({
    ...route,
    responses: { ...problems, ...route.responses } as R["responses"],
    middleware: [enforce, ...[route.middleware ?? []].flat()],
    security: policy.kind === "public" ? [] : [{ session: [] }, { token: [] }],
    "x-policy": policy,
  } as R & { "x-policy": Policy });
}

/** The session of an endpoint whose policy asks for one. */
export function apiSession(c: { get(key: "session"): Session | null }): Session {
  const session = c.get("session");
  if (!session) throw new Refusal("not_signed_in", "access.sign_in");
  return session;
}

/** A JSON body or answer. */
export const json = <S extends z.ZodType>(schema: S, description: string) => ({ description, content: { "application/json": { schema } } });
/** A JSON request body. */
export const jsonBody = <S extends z.ZodType>(schema: S) => ({ required: true, content: { "application/json": { schema } } });
/** A refusal an endpoint may give beside the usual ones. */
export const problem = (description: string) => ({ description, ...PROBLEM });

/** The answer to anything thrown: a refusal says why, a bug only its number. */
export function problemResponse(error: unknown, requestId: string, titleOf: (reason: string) => string): Response {
  const refusal = isRefusal(error) ? error : null;
  const status = refusal?.status ?? 500;
  const reason = refusal?.reason ?? "platform.unexpected";
  const body = {
    type: `/problems/${reason}`, title: titleOf(reason), status, instance: requestId,
    ...(refusal && refusal.fields.length > 0 && { fields: refusal.fields }),
    ...(refusal && Object.keys(refusal.params).length > 0 && { params: refusal.params }),
    ...(refusal?.difference && { difference: refusal.difference }),
  };
  return Response.json(body, { status, headers: { "content-type": "application/problem+json", "cache-control": "no-store" } });
}
