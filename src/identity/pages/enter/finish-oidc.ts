import { redirect, type LoaderFunctionArgs } from "react-router";
import { Refusal } from "#kernel/refusal.ts";
import { webOf } from "#platform/web/context.ts";
import { finishOidc } from "../../service/oidc/finish-oidc.ts";
import { readOidcSettings } from "../../service/oidc/oidc-provider.ts";
import { cookieOf, endCookie, enter, OIDC_COOKIE } from "../parts/cookies.ts";

/** Where the identity provider sends the browser back to. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const web = webOf(context);
  const settings = readOidcSettings();
  if (!settings) throw new Refusal("not_found", "platform.not_found");
  const { session, next } = await finishOidc(web.installation, settings, {
    search: new URL(request.url).search, token: cookieOf(request, OIDC_COOKIE), agent: request.headers.get("user-agent") ?? "",
  });
  const response = session ? await enter(web, session, next) : redirect(next);
  response.headers.append("set-cookie", endCookie(web.installation, OIDC_COOKIE));
  return response;
}
