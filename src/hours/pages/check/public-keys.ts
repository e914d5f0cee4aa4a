import type { LoaderFunctionArgs } from "react-router";
import { webOf } from "#platform/web/context.ts";
import { publicKeys } from "../../service/certificates/check-certificate.ts";
import { textAnswer } from "#platform/files/index.ts";
import { publicSession } from "./organization-session.ts";

/** The public keys of an organisation's certificates, for verifying without a network. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { organization, session } = await publicSession(webOf(context), params.organization);
  return textAnswer(await publicKeys(session), `${organization.slug}-public-keys.pem`, "application/x-pem-file");
}
