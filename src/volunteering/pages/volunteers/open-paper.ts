import type { LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { sessionOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import { openPaper } from "../../service/pathway/show-agreement.ts";

const ENDINGS = { "application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png" } as const;

/** The signed paper, to be saved rather than shown: nothing of it runs here. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const hash = readParam(params.hash, z.string().regex(/^[0-9a-f]{64}$/));
  const { mediaType, content } = await openPaper(sessionOf(context), { volunteerId: readParam(params.volunteerId, z.uuid()), agreementId: readParam(params.agreementId, z.uuid()), hash });
  return new Response(new Uint8Array(content), { headers: { "content-type": mediaType, "content-disposition": `attachment; filename="agreement-${hash.slice(0, 8)}.${ENDINGS[mediaType]}"`, "x-content-type-options": "nosniff", "cache-control": "no-store" } });
}
