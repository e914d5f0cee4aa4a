import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { DraftNote } from "#platform/ui/draft/draft-note.tsx";
import { useDraft } from "#platform/ui/draft/use-draft.ts";
import { ButtonLink, FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { peopleText } from "../messages/index.ts";
import { PersonForm } from "../model/forms/person-form.ts";
import { changePerson } from "../service/files/change-person.ts";
import { showPerson } from "../service/files/show-person.ts";
import { placeChoices } from "../service/lists/place-choices.ts";
import { RestFields, WhereFields, WhoFields } from "../ui/person-fields.tsx";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const file = await showPerson(session, readParam(params.personId, z.uuid()));
  if ("movedTo" in file) throw redirect(`/people/${file.movedTo}/edit`);
  return { person: file.person, places: await placeChoices(session), today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ data, read }) => {
    const personId = readParam(params.personId, z.uuid());
    const version = z.coerce.number().int().optional().parse(data.get("version") ?? undefined);
    await changePerson(sessionOf(context), { personId, version, fields: read(PersonForm) });
    return redirect(`/people/${personId}`);
  });
}

export default function EditPerson() {
  const { person, places, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useText(peopleText);
  const texts = useRefusals(peopleText);
  const { ref, ...draft } = useDraft(`person/${person.id}`, { basis: String(person.version) });
  return (
    <>
      <title>{`${t.edit.title} · ${person.name}`}</title>
      <PageHeader title={t.edit.title} crumbs={[{ label: t.list.title, to: "/people" }, { label: person.name, to: `/people/${person.id}` }]} />
      <FormScope result={refused} texts={texts}>
        <RefusalNote of={refused?.refusal} texts={{ ...texts, "platform.changed_meanwhile": t.edit.clash }} labels={t.fields} />
        <Form method="post" className="form" ref={ref}>
          <IdempotencyField />
          <input type="hidden" name="version" value={person.version} />
          <Card title={t.new.who}><div className="stack"><WhoFields person={person} today={today} /></div></Card>
          <Card title={t.new.where}><div className="stack"><WhereFields person={person} places={places} /></div></Card>
          <Card title={t.new.now}><div className="stack"><RestFields person={person} today={today} /></div></Card>
          <DraftNote draft={draft} />
          <FormActions><SubmitButton>{t.edit.save}</SubmitButton><ButtonLink to={`/people/${person.id}`} tone="quiet">{t.edit.cancel}</ButtonLink></FormActions>
        </Form>
      </FormScope>
    </>
  );
}
