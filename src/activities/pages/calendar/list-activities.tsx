import { CalendarDays } from "lucide-react";
import { Link, useLoaderData, useSearchParams, type LoaderFunctionArgs } from "react-router";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, Chip, DataList, DayRangeField, EmptyState, FilterBar, PageHeader, Pager, Select, Tabs, TextField } from "#platform/ui/index.ts";
import { sessionOf } from "#platform/web/context.ts";
import { activitiesText } from "../../messages/index.ts";
import { KINDS } from "../../model/terms.ts";
import { listSessions } from "../../service/calendar/list-sessions.ts";
import { placeChoices } from "../../service/planning/place-choices.ts";
import { FilledWords, whenOf } from "../../ui/words.tsx";
import { occasionsWanted, readFilter } from "./filter.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const params = new URL(request.url).searchParams;
  const filter = readFilter(params);
  const { places } = await placeChoices(session);
  return { filter, places, today: session.today, page: await listSessions(session, occasionsWanted(filter, session.today), { after: params.get("after") }), manages: session.actor.capabilities.has("activities.manage") };
}

export default function ListActivities() {
  const { filter, page, today, manages } = useLoaderData<typeof loader>();
  const t = useText(activitiesText);
  const language = useLanguage();
  const [params] = useSearchParams();
  const create = manages ? <ButtonLink tone="primary" to="/activities/new">{t.create}</ButtonLink> : null;
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} actions={create} />
      <Tabs label={t.title} tabs={(["coming", "past"] as const).map((when) => ({ to: `/activities?when=${when}`, label: t.list[when], current: filter.when === when }))} />
      <Filters />
      <Card flush>
        <DataList caption={t.list[filter.when]} rows={page.rows} rowKey={({ id }) => id} rowTo={({ id }) => `/activities/${id}`}
          empty={<EmptyState icon={<CalendarDays className="icon" aria-hidden="true" />} title={t.list.empty} action={create}>{t.list.emptyHint}</EmptyState>}
          columns={[
            { key: "when", label: t.list.when, render: (row) => whenOf(row, language, today) },
            { key: "what", label: t.list.what, render: (row) => <>{row.name} {row.cancelled ? <Chip tone="late">{t.list.cancelled}</Chip> : null}</> },
            { key: "where", label: t.list.where, render: (row) => row.place },
            { key: "people", label: t.list.people, render: (row) => <FilledWords occasion={row} /> },
            ...(filter.when === "past" ? [{ key: "came", label: t.list.came, end: true, render: (row: (typeof page.rows)[number]) => row.filled.participant.came + row.filled.companion.came }] : []),
          ]} />
      </Card>
      <Pager after={page.next} />
      <p className="cluster no-print">
        <Link to={`/activities/export?${params.toString()}`} reloadDocument>{t.list.export}</Link>
        <Link to="/activities/figures">{t.list.figures}</Link>
        <Link to="/activities/participation">{t.list.participation}</Link>
        {manages ? <Link to="/activities/feeds">{t.list.feeds}</Link> : null}
      </p>
    </>
  );
}

function Filters() {
  const { filter, places } = useLoaderData<typeof loader>();
  const { list: t, kinds } = useText(activitiesText);
  const place = places.find(({ id }) => id === filter.placeId);
  const active = [
    ...(filter.q ? [{ label: filter.q, name: "q" }] : []), ...(filter.kind ? [{ label: kinds[filter.kind], name: "kind" }] : []), ...(place ? [{ label: place.name, name: "placeId" }] : []),
    ...(filter.from ? [{ label: `${t.from} ${filter.from}`, name: "from" }] : []), ...(filter.to ? [{ label: `${t.to} ${filter.to}`, name: "to" }] : []),
  ];
  return (
    <FilterBar active={active} keep={["when"]}>
      <TextField name="q" label={t.search} maxLength={60} defaultValue={filter.q} />
      <Select name="kind" label={t.kind} empty={t.all} options={KINDS.map((kind) => ({ value: kind, label: kinds[kind] }))} defaultValue={filter.kind} />
      <Select name="placeId" label={t.place} empty={t.all} options={places.map(({ id, name }) => ({ value: id, label: name }))} defaultValue={filter.placeId} />
      <DayRangeField label={t.when} names={["from", "to"]} defaultValues={[filter.from, filter.to]} />
    </FilterBar>
  );
}
