import { redirect, type ActionFunctionArgs } from "react-router";
import { webOf } from "#platform/web/context.ts";
import { readPreferences } from "#platform/ui/plain.ts";
import { readForm, valuesOf } from "#platform/web/form.ts";
import { nextAddress } from "../../model/next-address.ts";
import { keepPreferences } from "../../service/accounts/keep-preferences.ts";
import { findVisitor } from "../../service/sessions/find-visitor.ts";
import { preferencesCookie } from "../parts/cookies.ts";

export const loader = () => redirect("/");

/** One choice of how pages look, kept on this device and, once signed in, with the account. */
export async function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  const web = webOf(context);
  const { back, next, ...chosen } = valuesOf(await readForm(request));
  const preferences = readPreferences({ ...web.preferences, ...chosen });
  const visitor = await findVisitor(web.installation, web.sessionToken);
  if (visitor) await keepPreferences(web.installation, visitor, preferences);
  return redirect(nextAddress(back ?? next), { headers: { "set-cookie": preferencesCookie(web.installation, preferences) } });
}
