import { Link, useLoaderData, type LoaderFunctionArgs } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { pictureOfPlaces } from "#places/index.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { MapView } from "#platform/ui/picture/map-view.tsx";
import { Figure } from "#platform/ui/show/figure.tsx";
import { StatRow } from "#platform/ui/show/stat.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { peopleText } from "../messages/index.ts";
import { readFilter } from "../model/filter/filter-query.ts";
import { writeFilter } from "../model/filter/filter-address.ts";
import { mapPersons } from "../service/lists/map-persons.ts";
import { placeChoices } from "../service/lists/place-choices.ts";
import { PersonFilterBar } from "../ui/filter-fields.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const filter = readFilter(new URL(request.url).searchParams);
  const { persons, byPlace, units } = await mapPersons(session, filter);
  const hrefOf = ({ id, kind }: { id: string; kind: string }) => `/people?${writeFilter({ ...filter, ...(kind === "community" ? { communityIds: [id] } : { laneIds: [id] }) })}`;
  const picture = pictureOfPlaces(units, byPlace.map(({ persons: count, ...place }) => ({ ...place, count })), hrefOf);
  const standing = new Set(units.map(({ id }) => id));
  const sum = (rows: typeof byPlace) => rows.reduce((total, row) => total + row.persons, 0);
  return {
    persons, picture, filter, query: writeFilter(filter).toString(), places: await placeChoices(session),
    loose: sum(byPlace.filter(({ communityId }) => communityId === null)), looseTo: `/people?${writeFilter({ ...filter, noCommunity: true })}`,
    gone: sum(byPlace.filter(({ communityId }) => communityId !== null && !standing.has(communityId))),
  };
}

export default function MapPeople() {
  const { persons, picture, filter, query, places, loose, looseTo, gone } = useLoaderData<typeof loader>();
  const t = useText(peopleText);
  const stats = [
    { label: t.map.total, value: <Figure value={persons} unit="persons" to={`/people?${query}`} /> },
    ...(loose > 0 ? [{ label: t.map.loose, value: <Figure value={loose} unit="persons" to={looseTo} /> }] : []),
    ...(gone > 0 ? [{ label: t.map.gone, value: <Figure value={gone} unit="persons" /> }] : []),
  ];
  return (
    <>
      <title>{t.map.title}</title>
      <PageHeader title={t.map.title} lead={t.map.lead} crumbs={[{ label: t.list.title, to: "/people" }]} actions={<ButtonLink to={`/people?${query}`}>{t.list.list}</ButtonLink>} />
      <PersonFilterBar filter={filter} places={places} />
      <StatRow label={t.map.label} stats={stats} />
      <Card>{picture.places.length > 0 ? <MapView label={t.map.label} places={picture.places} shapes={picture.shapes} /> : <p><Link to="/places">{t.list.noPlace}</Link></p>}</Card>
    </>
  );
}
