import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Pager } from "#platform/ui/list/pager.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { Timeline } from "#platform/ui/show/timeline.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import { encountersText } from "../messages/index.ts";
import { listOfPerson } from "../service/list-of-person.ts";
import { useWho } from "../ui/encounter-lines.tsx";
import { Link } from "react-router";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const personId = readParam(params.personId, z.uuid());
  return { personId, services: await listOfPerson(session, personId, new URL(request.url).searchParams.get("after")), today: session.today, mayWrite: session.actor.capabilities.has("encounters.write") };
}

export default function PersonEncounters() {
  const { personId, services, today, mayWrite } = useLoaderData<typeof loader>();
  const { person: t, list, field, modes, minutesOf } = useText(encountersText);
  const language = useLanguage();
  const who = useWho();
  const { figures } = services;
  const items = services.rows.map((row) => ({
    key: row.encounterId, at: row.happenedOn, when: formatDay(row.happenedOn, language, today), tone: "past" as const,
    title: <Link to={`/encounters/${row.encounterId}`}>{`${modes[row.mode]} · ${minutesOf(row.minutes)}`}</Link>, note: [row.seen, who(row)].filter(Boolean).join(" · "),
  }));
  return (
    <>
      <title>{t.title(services.name)}</title>
      <PageHeader title={t.title(services.name)} crumbs={[{ label: list.title, to: "/encounters" }]}
        lead={list.lead(figures.sessions, figures.personTimes, figures.persons, String(Math.round(figures.minutes / 6) / 10))}
        actions={<><ButtonLink to={`/people/${personId}`}>{t.file}</ButtonLink>{mayWrite ? <a className="button" href={`/field?with=${personId}`}>{field.takeAlong}</a> : null}{mayWrite ? <ButtonLink to={`/encounters/new/${personId}`} tone="primary">{t.add}</ButtonLink> : null}</>} />
      <Card>{items.length > 0 ? <Timeline label={list.title} items={items} /> : <EmptyState title={t.empty} />}</Card>
      <Pager after={services.next} />
    </>
  );
}
