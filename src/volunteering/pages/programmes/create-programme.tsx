import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { submit } from "#platform/web/form.ts";
import { volunteeringText } from "../../messages/index.ts";
import { createProgramme, NewProgramme } from "../../service/programmes/create-programme.ts";
import { ProgrammeFields } from "../../ui/programme-fields.tsx";
import { StepPage } from "../../ui/step-page.tsx";

export const loader = ({ context }: LoaderFunctionArgs) => ({ today: sessionOf(context).today });

export function action({ request, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const { id } = await createProgramme(sessionOf(context), read(NewProgramme));
    return redirect(`/volunteers/programmes/${id}`);
  });
}

export default function CreateProgramme() {
  const { today } = useLoaderData<typeof loader>();
  const { list, programmes: t } = useText(volunteeringText);
  return (
    <StepPage title={t.new} crumbs={[{ label: list.title, to: "/volunteers" }, { label: t.title, to: "/volunteers/programmes" }]} refused={useActionData()} submit={t.create}>
      <TextField name="slug" label={t.slug} hint={t.slugHint} maxLength={60} spellCheck={false} />
      <ProgrammeFields today={today} />
    </StepPage>
  );
}
