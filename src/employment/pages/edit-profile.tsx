import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { CheckboxGroup, DraftNote, FormScope, PageHeader, RefusalNote, SubmitButton, TextArea, TextField, useDraft } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { employmentText } from "../messages/index.ts";
import { ACCESS, CONDITIONS, Profile, TASKS } from "../model/terms.ts";
import { showPerson } from "../service/show-person.ts";
import { writeProfile } from "../service/write-profile.ts";

const idOf = (params: { personId?: string | undefined }) => readParam(params.personId, z.uuid());

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { name, personId, profile } = await showPerson(sessionOf(context), idOf(params));
  return { name, personId, profile };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const personId = idOf(params);
    await writeProfile(sessionOf(context), personId, read(Profile));
    return redirect(`/employment/of/${personId}`);
  });
}

/** The vocational profile, written together; what is saved is a new version. */
export default function EditProfile() {
  const { name, personId, profile } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { profile: t, person, tasks, access, conditions, fields } = useText(employmentText);
  const texts = useRefusals(employmentText);
  const { ref, ...draft } = useDraft(`employment/${personId}`);
  const result = answer && "refusal" in answer ? answer : undefined;
  const choices = (keys: readonly string[], words: Readonly<Record<string, string>>) => keys.map((value) => ({ value, label: words[value]! }));
  return (
    <>
      <title>{t.title(name)}</title>
      <PageHeader title={t.title(name)} lead={t.lead} crumbs={[{ label: person.title(name), to: `/employment/of/${personId}` }]} />
      <FormScope result={result} texts={texts}>
        <RefusalNote of={result?.refusal} texts={texts} labels={fields} />
        <Form method="post" ref={ref} className="form">
          <IdempotencyField />
          <TextArea name="wishes" label={person.wishes} hint={t.wishesHint} rows={3} maxLength={2000} defaultValue={profile?.wishes} />
          <TextArea name="strengths" label={person.strengths} optional rows={3} maxLength={2000} defaultValue={profile?.strengths} />
          <TextArea name="support" label={person.support} optional rows={3} maxLength={2000} defaultValue={profile?.support} />
          <CheckboxGroup name="tasks" label={person.tasks} short optional choices={choices(TASKS, tasks)} defaultValues={profile?.tasks ?? []} />
          <CheckboxGroup name="access" label={person.access} short optional choices={choices(ACCESS, access)} defaultValues={profile?.access ?? []} />
          <CheckboxGroup name="avoids" label={person.avoids} short optional choices={choices(CONDITIONS, conditions)} defaultValues={profile?.avoids ?? []} />
          <TextField name="leastHours" label={t.least} inputMode="numeric" width={4} optional defaultValue={profile?.leastHours} />
          <TextField name="mostHours" label={t.most} inputMode="numeric" width={4} optional defaultValue={profile?.mostHours} />
          <DraftNote draft={draft} />
          <SubmitButton big>{t.save}</SubmitButton>
        </Form>
      </FormScope>
    </>
  );
}
