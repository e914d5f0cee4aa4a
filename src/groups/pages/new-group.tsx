import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { DraftForm } from "#platform/ui/draft/draft-form.tsx";
import { FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextArea, TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { groupsText } from "../messages/index.ts";
import { NewGroup } from "../model/forms.ts";
import { KINDS } from "../model/terms.ts";
import { openGroup } from "../service/open-group.ts";

export const loader = ({ context }: LoaderFunctionArgs) => ({ today: sessionOf(context).today });

export function action({ request, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const { id } = await openGroup(sessionOf(context), read(NewGroup));
    return redirect(`/groups/${id}`);
  });
}

export default function NewGroupPage() {
  const { today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { plan: t, title, kinds, fields } = useText(groupsText);
  const texts = useRefusals(groupsText);
  const result = answer && "refusal" in answer ? answer : undefined;
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} crumbs={[{ label: title, to: "/groups" }]} />
      <FormScope result={result} texts={texts}>
        <RefusalNote of={result?.refusal} texts={texts} labels={fields} />
        <Card>
          <DraftForm formKey="group/new" className="form" actions={<FormActions><SubmitButton>{t.save}</SubmitButton></FormActions>}>
            <IdempotencyField />
            <TextField name="name" label={t.name} maxLength={80} />
            <Select name="kind" label={t.kind} options={KINDS.map((value) => ({ value, label: kinds[value] }))} />
            <TextArea name="aim" label={t.aim} hint={t.aimHint} rows={3} maxLength={1000} />
            <TextField name="forWhom" label={t.forWhom} maxLength={500} optional />
            <TextField name="recruiting" label={t.recruiting} maxLength={500} optional />
            <TextField name="placeWords" label={t.place} maxLength={120} optional />
            <TextField name="mostMembers" label={t.most} inputMode="numeric" width={4} defaultValue={10} />
            <TextField name="sessionsPlanned" label={t.sessions} inputMode="numeric" width={4} defaultValue={6} />
            <DayField name="begunOn" label={t.begun} defaultValue={today} />
          </DraftForm>
        </Card>
      </FormScope>
    </>
  );
}
