import type { Format } from "../model/forms.ts";
import type { Made } from "../service/make-document.ts";
import { MIMES } from "../service/render-form.ts";

/** A document made, to be kept by whoever asked for it and by nobody on the way. */
export function documentAnswer({ bytes, fileName }: Made, format: Format): Response {
  return new Response(new Uint8Array(bytes), { headers: { "content-type": MIMES[format], "cache-control": "no-store", "content-disposition": `attachment; filename="${fileName}"` } });
}
