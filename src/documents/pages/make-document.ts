import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readForm, readParam, readValues, valuesOf } from "#platform/web/form.ts";
import { CaseForm, Format } from "../model/forms.ts";
import { listMade } from "../service/list-made.ts";
import { makeDocument } from "../service/make-document.ts";
import { documentAnswer } from "./document-answer.ts";

const caseIdOf = (params: { caseId?: string | undefined }) => readParam(params.caseId, z.uuid());

/** Opened by its address it leads whoever may to the page where a form is chosen. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const caseId = caseIdOf(params);
  await listMade(sessionOf(context), caseId);
  return redirect(`/documents/case/${caseId}`);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { form, format } = readValues(z.object({ form: CaseForm, format: Format }), valuesOf(await readForm(request)), webOf(context).lang);
  return documentAnswer(await makeDocument(sessionOf(context), { caseId: caseIdOf(params), form, format }), format);
}
