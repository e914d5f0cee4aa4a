import type { ActionFunctionArgs } from "react-router";
import { webOf } from "#platform/web/context.ts";
import { beginPasskeySignIn } from "../../service/sessions/sign-in-with-passkey.ts";

/** What the sign-in page's script passes on to the device. */
export async function action({ context }: ActionFunctionArgs): Promise<Response> {
  return Response.json(await beginPasskeySignIn(webOf(context).installation));
}
