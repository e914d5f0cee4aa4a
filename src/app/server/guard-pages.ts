import { data, redirect, type MiddlewareFunction, type RouterContextProvider, type ServerBuild } from "react-router";
import { isRefusal, type Refusal } from "../../kernel/refusal.ts";
import { judge, type Policy } from "../../platform/access/policy.ts";
import { routeId, type PageRoute } from "../../platform/web/page-route.ts";
import type { Web } from "../../platform/web/context.ts";
import type { RefusedPage } from "../frame/fault-page.tsx";
import { refusalText } from "../refusals.ts";

type Args = { request: Request; context: Readonly<RouterContextProvider> };
type Handler = (args: Args) => unknown;

/**
 * Puts every page behind its declared policy. The process does not start when the build holds a page that declares none.
 * Refusals thrown by a loader or an action leave with their own status; everything else stays an opaque fault.
 */
export function guardPages(build: ServerBuild, pages: readonly PageRoute[], webOf: (context: Args["context"]) => Web): ServerBuild {
  const policies = new Map(pages.map((page) => [routeId(page), page.policy]));
  const routes = Object.fromEntries(Object.entries(build.routes).map(([id, route]) => {
    if (!route) throw new Error(`The build holds an empty page: ${id}`);
    const policy = policies.get(id);
    if (id !== "root" && !policy) throw new Error(`The page ${id} declares no policy: add it to its slice's routes.ts.`);
    const { module } = route;
    const guarded = {
      ...module,
      ...(policy && { middleware: [guard(policy, webOf), ...(module.middleware ?? [])] }),
      ...(module.loader && { loader: translating(module.loader as Handler, webOf) }),
      ...(module.action && { action: translating(module.action as Handler, webOf) }),
    };
    return [id, { ...route, module: guarded }];
  }));
  return { ...build, routes: routes as ServerBuild["routes"] };
}

function guard(policy: Policy, webOf: (context: Args["context"]) => Web): MiddlewareFunction<Response> {
  return async ({ request, context }, next) => {
    const web = webOf(context);
    const refusal = judge(policy, web.session?.actor ?? null);
    if (refusal) throw answer(refusal, request, web);
    return next();
  };
}

function translating(handler: Handler, webOf: (context: Args["context"]) => Web): Handler {
  return async (args) => {
    try {
      return await handler(args);
    } catch (error) {
      throw isRefusal(error) ? answer(error, args.request, webOf(args.context)) : error;
    }
  };
}

/** Where a refusal leads: to the sign-in, to the second factor, or to a page that says what to do. */
function answer(refusal: Refusal, request: Request, { lang }: Web): unknown {
  const { pathname, search } = new URL(request.url);
  const next = new URLSearchParams({ next: request.method === "GET" ? pathname + search : "/" });
  if (refusal.reason === "access.sign_in") return redirect(`/sign-in?${next}`);
  if (refusal.reason === "access.second_factor") return redirect(`/sign-in/second-factor?${next}`);
  return data({ words: refusalText(refusal.reason, lang) } satisfies RefusedPage, { status: refusal.status });
}
