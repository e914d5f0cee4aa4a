import { Users } from "lucide-react";
import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { formatCount } from "#platform/i18n/numbers.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { Pager } from "#platform/ui/list/pager.tsx";
import { SearchBox } from "#platform/ui/list/search-box.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { birthdaysText } from "../messages/birthdays.ts";
import { peopleText } from "../messages/index.ts";
import { readFilter } from "../model/filter/filter-query.ts";
import { writeFilter } from "../model/filter/filter-address.ts";
import { listPersons, type PersonLine } from "../service/lists/list-persons.ts";
import { placeChoices } from "../service/lists/place-choices.ts";
import { ageWords } from "../ui/age-words.ts";
import { PersonFilterBar } from "../ui/filter-fields.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const params = new URL(request.url).searchParams;
  const filter = readFilter(params);
  const { rows, next, persons } = await listPersons(session, filter, { after: params.get("after") });
  return { rows, next, persons, filter, query: writeFilter(filter).toString(), places: await placeChoices(session), today: session.today, mayWrite: session.actor.capabilities.has("people.write") };
}

export default function ListPeople() {
  const { rows, next, persons, filter, query, places, today, mayWrite } = useLoaderData<typeof loader>();
  const t = useText(peopleText);
  const birthdays = useText(birthdaysText);
  const language = useLanguage();
  const actions = (
    <>
      <ButtonLink to="/people/birthdays">{birthdays.title}</ButtonLink>
      <ButtonLink to={`/people/map?${query}`}>{t.list.map}</ButtonLink>
      {persons > 0 ? <ButtonLink to={`/people/export?${query}`}>{t.list.export}</ButtonLink> : null}
      {mayWrite ? <ButtonLink to="/people/new" tone="primary">{t.list.add}</ButtonLink> : null}
    </>
  );
  return (
    <>
      <title>{t.list.title}</title>
      <PageHeader title={t.list.title} lead={t.list.lead(formatCount(persons, "persons", language))} actions={actions} />
      <SearchBox label={t.list.search} placeholder={t.list.search} {...(filter.q && { defaultValue: filter.q })} />
      <PersonFilterBar filter={filter} places={places} />
      <Card flush><People rows={rows} today={today} filtered={query !== ""} /></Card>
      <Pager after={next} />
    </>
  );
}

function People({ rows, today, filtered }: { rows: readonly PersonLine[]; today: string; filtered: boolean }) {
  const t = useText(peopleText);
  const l = t.list;
  const empty = filtered ? <EmptyState title={l.none}>{l.noneWhat}</EmptyState> : <EmptyState icon={<Users className="icon" aria-hidden="true" />} title={l.empty}>{l.emptyWhat}</EmptyState>;
  return (
    <DataList caption={l.title} rows={rows} rowKey={({ id }) => id} rowTo={({ id }) => `/people/${id}`} empty={empty} columns={[
      { key: "name", label: t.fields.name, render: (row) => <Name row={row} /> },
      { key: "sex", label: t.fields.sex, render: ({ sex }) => (sex === null ? "—" : t.sexes[sex]) },
      { key: "age", label: l.age, render: (row) => ageWords(row, today, l) ?? "—" },
      { key: "place", label: l.place, render: ({ communityName, laneName }) => [communityName, laneName].filter(Boolean).join(" · ") || "—" },
      { key: "reach", label: l.reach, render: (row) => <Reach row={row} /> },
      { key: "atHome", label: l.atHome, render: ({ longAtHome }) => (longAtHome === "yes" ? <Chip tone="due">{t.atHome.yes}</Chip> : longAtHome === "no" ? t.atHome.no : "—") },
    ]} />
  );
}

function Name({ row: { name, preferredName, deceasedOn } }: { row: PersonLine }) {
  const { list } = useText(peopleText);
  return <>{name}{preferredName ? <span className="soft"> {preferredName}</span> : null} {deceasedOn ? <Chip>{list.deceased}</Chip> : null}</>;
}

function Reach({ row: { phone, phoneWhose, phoneRelation } }: { row: PersonLine }) {
  const t = useText(peopleText);
  if (phone === null) return <span className="soft">{t.list.noPhone}</span>;
  return <><a href={`tel:${phone}`}>{phone}</a>{phoneWhose === "other" ? <span className="small soft"> {phoneRelation ?? t.whose.other}</span> : null}</>;
}
