import type { ActionFunctionArgs } from "react-router";
import { webOf } from "#platform/web/context.ts";
import { beginPasskey } from "../../service/factors/add-passkey.ts";

/** What the page's script passes on to the device to make a new passkey. */
export async function action({ context }: ActionFunctionArgs): Promise<Response> {
  const { installation, sessionToken } = webOf(context);
  return Response.json(await beginPasskey(installation, sessionToken));
}
