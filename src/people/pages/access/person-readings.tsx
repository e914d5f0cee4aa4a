import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { AccessCards } from "#platform/audit/pages/access-cards.tsx";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, PageHeader } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import { peopleText } from "../../messages/index.ts";
import { listReadings } from "../../service/files/list-readings.ts";
import { namePerson } from "../../service/files/name-person.ts";
import { personViewers } from "../../service/files/person-access.ts";
import { PersonTabs } from "../../ui/person-tabs.tsx";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const personId = readParam(params.personId, z.uuid());
  const { name, withheld } = await namePerson(session, personId);
  return {
    personId, name, page: await listReadings(session, personId, { after: new URL(request.url).searchParams.get("after") }), viewers: await personViewers(session, personId, webOf(context).lang, { withheld }),
    today: session.today, mayWrite: session.actor.capabilities.has("people.write"),
  };
}

export default function PersonReadings() {
  const { personId, name, page, viewers, today, mayWrite } = useLoaderData<typeof loader>();
  const { readings: r, list, sheet } = useText(peopleText);
  return (
    <>
      <title>{`${r.title} · ${name}`}</title>
      <PageHeader title={name} lead={r.lead} crumbs={[{ label: list.title, to: "/people" }, { label: name, to: `/people/${personId}` }]} actions={mayWrite ? <ButtonLink to={`/people/${personId}/answer`}>{sheet.button}</ButtonLink> : undefined} />
      <PersonTabs personId={personId} current="readings" mayWrite={mayWrite} />
      <AccessCards viewers={viewers} readings={page} today={today} />
    </>
  );
}
