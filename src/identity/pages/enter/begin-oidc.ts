import { redirect, type LoaderFunctionArgs } from "react-router";
import { Refusal } from "#kernel/refusal.ts";
import { webOf } from "#platform/web/context.ts";
import { nextAddress } from "../../model/next-address.ts";
import { beginOidc } from "../../service/oidc/begin-oidc.ts";
import { readOidcSettings } from "../../service/oidc/oidc-provider.ts";
import { OIDC_COOKIE, secretCookie } from "../parts/cookies.ts";

/** Sends the browser to the identity provider. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const web = webOf(context);
  const settings = readOidcSettings();
  if (!settings) throw new Refusal("not_found", "platform.not_found");
  const next = nextAddress(new URL(request.url).searchParams.get("next"));
  const { url, token, expiresAt } = await beginOidc(web.installation, settings, { next, sessionToken: web.sessionToken });
  return redirect(url, { headers: { "set-cookie": secretCookie(web.installation, OIDC_COOKIE, token, expiresAt) } });
}
