import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { DraftNote } from "#platform/ui/draft/draft-note.tsx";
import { useDraft } from "#platform/ui/draft/use-draft.ts";
import { SubmitButton } from "#platform/ui/form/button.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { encountersText } from "../messages/index.ts";
import { Entry } from "../model/encounter.ts";
import { offerEntry } from "../service/offer-entry.ts";
import { recordEncounter } from "../service/record-encounter.ts";
import { showEncounter } from "../service/show-encounter.ts";
import { EntryFields } from "../ui/entry-form.tsx";
import { EntryForm, sentOf } from "../ui/entry-values.ts";

const idOf = (params: { encounterId?: string | undefined }) => readParam(params.encounterId, z.uuid());

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const encounterId = idOf(params);
  const { standing, withdrawal } = await showEncounter(session, encounterId);
  if (withdrawal) throw new Refusal("not_found", "encounter.not_found");
  const [first, ...others] = standing.people;
  const entry = Entry.parse({ ...standing, people: standing.people.map(({ personId, role }) => ({ personId, role })), colleagues: standing.colleagues.map(({ accountId }) => accountId) });
  return { encounterId, revision: standing.revision, entry, today: session.today, offer: await offerEntry(session, first!.personId, others.map(({ personId }) => personId)) };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const session = sessionOf(context);
  return submit(request, webOf(context).lang, async ({ read }) => {
    const encounterId = idOf(params);
    const { standing } = await showEncounter(session, encounterId);
    const { personId, role } = standing.people[0]!;
    await recordEncounter(session, sentOf({ ...read(EntryForm), entryId: encounterId }, { personId, role }, session.today));
    return redirect(`/encounters/${encounterId}`);
  });
}

export default function CorrectEncounter() {
  const { encounterId, revision, entry, offer, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { form: t, fields, show } = useText(encountersText);
  const texts = useRefusals(encountersText);
  const { ref, ...draft } = useDraft(`encounter/correct/${encounterId}`, { basis: String(revision) });
  const result = answer && "refusal" in answer ? answer : undefined;
  return (
    <>
      <title>{t.correctTitle}</title>
      <PageHeader title={t.correctTitle} lead={offer.person.name} crumbs={[{ label: show.title, to: `/encounters/${encounterId}` }]} />
      <FormScope result={result} texts={texts}>
        <RefusalNote of={result?.refusal} texts={texts} labels={fields} />
        <Form method="post" ref={ref} className="form">
          <input type="hidden" name="entryId" value={encounterId} />
          <input type="hidden" name="basis" value={revision} />
          <TextField name="why" label={t.why} maxLength={500} />
          <EntryFields offer={offer} today={today} entry={entry} />
          <DraftNote draft={draft} />
          <SubmitButton big>{t.save}</SubmitButton>
        </Form>
      </FormScope>
    </>
  );
}
