import type { LoaderFunctionArgs } from "react-router";
import { webOf } from "#platform/web/context.ts";
import { signRevocations } from "../../service/certificates/check-certificate.ts";
import { textAnswer } from "#platform/files/index.ts";
import { publicSession } from "./organization-session.ts";

/** The numbers no longer valid, signed, as of this moment. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { organization, session } = await publicSession(webOf(context), params.organization);
  return textAnswer(await signRevocations(session, organization.name), `${organization.slug}-revocations.txt`);
}
