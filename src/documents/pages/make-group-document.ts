import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readForm, readParam, readValues, valuesOf } from "#platform/web/form.ts";
import { Format, GroupForm } from "../model/forms.ts";
import { listGroupMade } from "../service/list-group-made.ts";
import { makeGroupDocument } from "../service/make-group-document.ts";
import { documentAnswer } from "./document-answer.ts";

const groupIdOf = (params: { groupId?: string | undefined }) => readParam(params.groupId, z.uuid());
const Asked = z.object({ form: GroupForm, format: Format, about: z.union([z.literal(""), z.uuid()]).default("") });

/** Opened by its address it leads whoever may to the page where a form is chosen. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const groupId = groupIdOf(params);
  await listGroupMade(sessionOf(context), groupId);
  return redirect(`/documents/group/${groupId}`);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { form, format, about } = readValues(Asked, valuesOf(await readForm(request)), webOf(context).lang);
  return documentAnswer(await makeGroupDocument(sessionOf(context), { groupId: groupIdOf(params), form, format, aboutId: about || null }), format);
}
