import { redirect, type ActionFunctionArgs } from "react-router";
import { z } from "zod";
import { webOf } from "#platform/web/context.ts";
import { readForm, readValues, valuesOf } from "#platform/web/form.ts";
import { switchOrganization } from "../../service/sessions/switch-organization.ts";
import { enter } from "../parts/cookies.ts";

export const loader = () => redirect("/");

/** Acts for another organisation of one's own from now on. */
export async function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  const web = webOf(context);
  const { orgId } = readValues(z.object({ orgId: z.uuid() }), valuesOf(await readForm(request)), web.lang);
  return enter(web, await switchOrganization(web.installation, web.sessionToken, orgId), "/");
}
