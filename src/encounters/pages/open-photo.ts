import type { LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { sessionOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import { openPhoto } from "../service/photos/open-photo.ts";

/** One picture, for the record's page. It stays in no cache, so each look is asked for and noted. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { content } = await openPhoto(sessionOf(context), { encounterId: readParam(params.encounterId, z.uuid()), photoId: readParam(params.photoId, z.uuid()) });
  return new Response(new Uint8Array(content), { headers: { "content-type": "image/jpeg", "content-disposition": 'inline; filename="photo.jpg"', "x-content-type-options": "nosniff", "cache-control": "no-store" } });
}
