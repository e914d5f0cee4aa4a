import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readForm, readParam, readValues, valuesOf } from "#platform/web/form.ts";
import { Format, FormKey } from "../model/forms.ts";
import { listMade } from "../service/list-made.ts";
import { makeDocument } from "../service/make-document.ts";
import { MIMES } from "../service/render-form.ts";

const caseIdOf = (params: { caseId?: string | undefined }) => readParam(params.caseId, z.uuid());

/** Opened by its address it leads whoever may to the page where a form is chosen. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const caseId = caseIdOf(params);
  await listMade(sessionOf(context), caseId);
  return redirect(`/documents/case/${caseId}`);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { form, format } = readValues(z.object({ form: FormKey, format: Format }), valuesOf(await readForm(request)), webOf(context).lang);
  const { bytes, fileName } = await makeDocument(sessionOf(context), { caseId: caseIdOf(params), form, format });
  return new Response(new Uint8Array(bytes), { headers: { "content-type": MIMES[format], "cache-control": "no-store", "content-disposition": `attachment; filename="${fileName}"` } });
}
