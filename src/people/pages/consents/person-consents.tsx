import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Columns, Stack } from "#platform/ui/layout/columns.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { peopleText } from "../../messages/index.ts";
import { NewConsent } from "../../model/consents/consent.ts";
import { recordConsent } from "../../service/consents/record-consents.ts";
import { showPerson } from "../../service/files/show-person.ts";
import { ConsentForm, ConsentStates, ConsentTrail, DutiesCard } from "../../ui/consent-cards.tsx";
import { PersonTabs } from "../../ui/person-tabs.tsx";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const file = await showPerson(session, readParam(params.personId, z.uuid()));
  if ("movedTo" in file) throw redirect(`/people/${file.movedTo}/consents`);
  return { file, today: session.today, purpose: new URL(request.url).searchParams.get("purpose") };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const { lang } = webOf(context);
  return submit(request, lang, async ({ read }) => {
    const personId = readParam(params.personId, z.uuid());
    const consent = read(NewConsent.omit({ personId: true, text: true }));
    await recordConsent(sessionOf(context), { ...consent, personId, text: { language: lang, text: peopleText[lang].consents.texts[consent.purpose] } });
    return redirect(`/people/${personId}/consents`);
  });
}

export default function PersonConsents() {
  const { file, today, purpose } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useText(peopleText);
  const texts = useRefusals(peopleText);
  const { person } = file;
  return (
    <>
      <title>{`${t.consents.title} · ${person.name}`}</title>
      <PageHeader title={person.preferredName ?? person.name} lead={t.consents.lead} crumbs={[{ label: t.list.title, to: "/people" }, { label: person.name, to: `/people/${person.id}` }]} />
      <PersonTabs personId={person.id} current="consents" mayWrite />
      <FormScope result={refused} texts={texts}>
        <RefusalNote of={refused?.refusal} texts={texts} labels={t.fields} />
        <Columns even>
          <Stack><ConsentStates personId={person.id} consents={file.consents} /><DutiesCard duties={file.duties} /><ConsentTrail trail={file.trail} today={today} /></Stack>
          <ConsentForm purpose={purpose} relatives={file.relatives} today={today} />
        </Columns>
      </FormScope>
    </>
  );
}
