import { redirect, type ActionFunctionArgs } from "react-router";
import { webOf } from "#platform/web/context.ts";
import { signOut } from "../../service/sessions/sign-out.ts";
import { endCookie } from "../parts/cookies.ts";

export const loader = () => redirect("/");

/** Ends the session, here and on the server. */
export async function action({ context }: ActionFunctionArgs): Promise<Response> {
  const web = webOf(context);
  await signOut(web.installation, web.sessionToken);
  return redirect("/sign-in?said=out", { headers: { "set-cookie": endCookie(web.installation) } });
}
