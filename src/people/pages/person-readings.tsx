import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { Pager } from "#platform/ui/list/pager.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import { peopleText } from "../messages/index.ts";
import { listReadings } from "../service/files/list-readings.ts";
import { namePerson } from "../service/files/name-person.ts";
import { PersonTabs } from "../ui/person-tabs.tsx";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const personId = readParam(params.personId, z.uuid());
  const after = new URL(request.url).searchParams.get("after");
  return { personId, name: await namePerson(session, personId), page: await listReadings(session, personId, { after }), today: session.today, mayWrite: session.actor.capabilities.has("people.write") };
}

export default function PersonReadings() {
  const { personId, name, page, today, mayWrite } = useLoaderData<typeof loader>();
  const t = useText(peopleText);
  const language = useLanguage();
  const r = t.readings;
  return (
    <>
      <title>{`${r.title} · ${name}`}</title>
      <PageHeader title={name} lead={r.lead} crumbs={[{ label: t.list.title, to: "/people" }, { label: name, to: `/people/${personId}` }]} />
      <PersonTabs personId={personId} current="readings" mayWrite={mayWrite} />
      <Card title={r.title} flush>
        <DataList caption={r.title} rows={page.rows} rowKey={({ seq }) => String(seq)} empty={<EmptyState title={r.none} level={3} />} columns={[
          { key: "who", label: r.who, render: ({ actorName }) => actorName }, { key: "what", label: r.what, render: ({ action }) => r.actions[action] ?? action }, { key: "when", label: r.when, render: ({ at }) => formatInstant(at, language, today) },
        ]} />
      </Card>
      <Pager after={page.next} />
    </>
  );
}
