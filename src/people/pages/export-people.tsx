import { Form, useLoaderData, type LoaderFunctionArgs } from "react-router";
import { formatCount } from "#platform/i18n/numbers.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { RadioCards } from "#platform/ui/form/choices.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { peopleText } from "../messages/index.ts";
import { writeFilter } from "../model/filter/filter-address.ts";
import { readFilter } from "../model/filter/filter-query.ts";
import { EXPORT_PURPOSES } from "../model/terms.ts";
import { mapPersons } from "../service/lists/map-persons.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const filter = readFilter(new URL(request.url).searchParams);
  const { persons } = await mapPersons(sessionOf(context), filter);
  return { persons, query: writeFilter(filter).toString() };
}

export default function ExportPeople() {
  const { persons, query } = useLoaderData<typeof loader>();
  const t = useText(peopleText);
  const language = useLanguage();
  const e = t.export;
  return (
    <>
      <title>{e.title}</title>
      <PageHeader title={e.title} lead={e.lead(formatCount(persons, "persons", language))} crumbs={[{ label: t.list.title, to: `/people?${query}` }]} />
      <Notice>{e.noted}</Notice>
      <Form method="post" action={`/people/export.xlsx?${query}`} reloadDocument className="form">
        <RadioCards name="purpose" label={e.purpose} defaultValue="internal_work" choices={EXPORT_PURPOSES.map((value) => ({ value, label: e.purposes[value], hint: e.purposeHints[value] }))} />
        <TextField name="note" label={e.note} hint={t.hints.exportNote} maxLength={200} />
        <FormActions><SubmitButton>{e.submit}</SubmitButton><ButtonLink to={`/people?${query}`} tone="quiet">{t.edit.cancel}</ButtonLink></FormActions>
      </Form>
    </>
  );
}
