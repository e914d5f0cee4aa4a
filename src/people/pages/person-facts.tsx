import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Tiles } from "#platform/ui/layout/columns.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { birthdaysText } from "../messages/birthdays.ts";
import { peopleText } from "../messages/index.ts";
import { FactsForm } from "../model/forms/facts-form.ts";
import { addContact, removeContact } from "../service/files/change-contacts.ts";
import { addIdentifier } from "../service/files/add-identifier.ts";
import { showPerson } from "../service/files/show-person.ts";
import { recordDisability } from "../service/facts/record-disability.ts";
import { recordSituation } from "../service/facts/record-situations.ts";
import { sayWords } from "../service/facts/set-words.ts";
import { ContactForms, DisabilityCard, IdentifierForm, SituationForm, WordsForm } from "../ui/facts-forms.tsx";
import { PersonTabs } from "../ui/person-tabs.tsx";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const file = await showPerson(session, readParam(params.personId, z.uuid()));
  if ("movedTo" in file) throw redirect(`/people/${file.movedTo}/facts`);
  return { file, today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const session = sessionOf(context);
  return submit(request, webOf(context).lang, async ({ read }) => {
    const personId = readParam(params.personId, z.uuid());
    const form = read(FactsForm);
    if (form.intent === "add_contact") await addContact(session, { personId, contact: form });
    else if (form.intent === "remove_contact") await removeContact(session, { personId, contactId: form.contactId });
    else if (form.intent === "situation") await recordSituation(session, { personId, kind: form.situation, value: form.situation === "long_at_home" ? form.atHome ?? "yes" : form.words ?? "", sinceOn: form.sinceOn });
    else if (form.intent === "disability") await recordDisability(session, { personId, type: form.type, grade: form.grade, fromOn: form.fromOn });
    else if (form.intent === "identifier") await addIdentifier(session, { personId, system: form.system, value: form.number });
    else await sayWords(session, { personId, interests: form.interests, languages: form.languages });
    return redirect(`/people/${personId}/facts`);
  });
}

export default function PersonFacts() {
  const { file, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useText(peopleText);
  const birthdays = useText(birthdaysText);
  const texts = useRefusals(peopleText);
  const { person } = file;
  return (
    <>
      <title>{`${t.facts.title} · ${person.name}`}</title>
      <PageHeader title={person.preferredName ?? person.name} crumbs={[{ label: t.list.title, to: "/people" }, { label: person.name, to: `/people/${person.id}` }]} actions={<ButtonLink to={`/people/${person.id}/birthday`}>{birthdays.panel}</ButtonLink>} />
      <PersonTabs personId={person.id} current="facts" mayWrite />
      <FormScope result={refused} texts={texts}>
        <RefusalNote of={refused?.refusal} texts={texts} labels={t.fields} />
        <Tiles>
          <ContactForms contacts={file.contacts} />
          <SituationForm situations={file.situations} today={today} />
          <WordsForm interests={file.interests} languages={file.languages} />
          {file.sensitive ? <DisabilityCard disabilities={file.disabilities} today={today} /> : null}
          {file.sensitive ? <IdentifierForm identifiers={file.identifiers} /> : null}
        </Tiles>
      </FormScope>
    </>
  );
}
