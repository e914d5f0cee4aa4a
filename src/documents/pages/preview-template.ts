import type { LoaderFunctionArgs } from "react-router";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import { documentsText } from "../messages/index.ts";
import { Format, FormKey } from "../model/forms.ts";
import { MIMES } from "../service/render-form.ts";
import { previewFile } from "../service/show-template.ts";

/** The template in force with made-up facts, as a file. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const form = readParam(params.form, FormKey);
  const format = new URL(request.url).searchParams.get("format") === "docx" ? Format.enum.docx : Format.enum.pdf;
  const bytes = await previewFile(sessionOf(context), form, format, documentsText[webOf(context).lang].edit.preview);
  return new Response(new Uint8Array(bytes), { headers: { "content-type": MIMES[format], "cache-control": "no-store", "content-disposition": `inline; filename="${form}-preview.${format}"` } });
}
