import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, DraftForm, FormActions, FormScope, PageHeader, RefusalNote, SubmitButton } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { hoursText } from "../messages/index.ts";
import { NewHours } from "../model/forms.ts";
import { enterHours } from "../service/entries/enter-hours.ts";
import { showRecord } from "../service/record/show-record.ts";
import { EntryFields } from "../ui/entry-fields.tsx";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { card } = await showRecord(session, readParam(params.personId, z.uuid()));
  return { name: card.name, personId: card.id, today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const personId = readParam(params.personId, z.uuid());
    const { id } = await enterHours(sessionOf(context), { personId, ...read(NewHours.omit({ personId: true })) });
    return redirect(`/hours/entries/${id}`);
  });
}

export default function EnterHours() {
  const { name, personId, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { record: t, list } = useText(hoursText);
  const texts = useRefusals(hoursText);
  const refused = answer && "refusal" in answer ? answer : undefined;
  return (
    <>
      <title>{t.enter}</title>
      <PageHeader title={t.enter} eyebrow={name} lead={t.enterLead} crumbs={[{ label: list.title, to: "/hours" }, { label: name, to: `/hours/people/${personId}` }]} />
      <Card>
        <FormScope result={refused} texts={texts}>
          <RefusalNote of={refused?.refusal} texts={texts} />
          <DraftForm formKey={`hours/${personId}/enter`} className="stack" actions={<FormActions><SubmitButton>{t.save}</SubmitButton><ButtonLink tone="quiet" to={`/hours/people/${personId}`}>{t.title}</ButtonLink></FormActions>}>
            <IdempotencyField />
            <EntryFields today={today} />
          </DraftForm>
        </FormScope>
      </Card>
    </>
  );
}
