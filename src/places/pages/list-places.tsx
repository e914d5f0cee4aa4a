import { MapPinned } from "lucide-react";
import { Form, Link, useLoaderData, type LoaderFunctionArgs } from "react-router";
import { isDay } from "#kernel/calendar.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { Button, ButtonLink } from "#platform/ui/form/button.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { Stack, Tiles } from "#platform/ui/layout/columns.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { MapView } from "#platform/ui/picture/map-view.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { placesText } from "../messages/index.ts";
import type { Unit } from "../model/unit.ts";
import { listTerritory } from "../service/show-territory.ts";
import { pictureOfPlaces } from "../ui/picture-of-places.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const asked = new URL(request.url).searchParams.get("on");
  const on = asked !== null && isDay(asked) ? asked : session.today;
  const units = await listTerritory(session, { on });
  const counts = units.filter(({ kind }) => kind === "lane" || kind === "grid").map(({ id, parentId }) => ({ communityId: parentId, laneId: id, count: 1 }));
  const { capabilities } = session.actor;
  return { units: units.map(({ shape: _shape, ...unit }) => unit), picture: pictureOfPlaces(units, counts, ({ id }) => `/places/${id}`, { bareLanes: true }), on, mayManage: capabilities.has("places.manage"), maySeePeople: capabilities.has("people.read") };
}

type Listed = Omit<Unit, "shape">;

export default function ListPlaces() {
  const { units, picture, on, mayManage, maySeePeople } = useLoaderData<typeof loader>();
  const t = useText(placesText);
  const tops = units.filter(({ kind }) => kind === "street");
  const loose = units.filter(({ kind, parentId }) => kind === "community" && !tops.some(({ id }) => id === parentId));
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} actions={<Actions mayManage={mayManage} maySeePeople={maySeePeople} />} />
      {units.length === 0 ? <EmptyState icon={<MapPinned className="icon" aria-hidden="true" />} title={t.none}>{t.noneWhat}</EmptyState> : null}
      {tops.map((street) => <Card key={street.id} title={<Link to={`/places/${street.id}`}>{street.name}</Link>} aside={<Code unit={street} />}><Communities of={units.filter(({ parentId }) => parentId === street.id)} units={units} /></Card>)}
      {loose.length > 0 ? <Card title={t.loose}><Communities of={loose} units={units} /></Card> : null}
      {picture.places.length > 0 ? <Card title={t.picture}><MapView label={t.picture} places={picture.places} shapes={picture.shapes} /></Card> : null}
      <Form method="get" className="cluster"><DayField name="on" label={t.on} defaultValue={on} /><Button type="submit">{t.show}</Button></Form>
    </>
  );
}

function Actions({ mayManage, maySeePeople }: { mayManage: boolean; maySeePeople: boolean }) {
  const t = useText(placesText);
  return (
    <>
      {maySeePeople ? <ButtonLink to="/people/map">{t.peopleMap}</ButtonLink> : null}
      <a className="button" href="/places/export.xlsx" download>{t.export}</a>
      {mayManage ? <ButtonLink to="/places/import">{t.import}</ButtonLink> : null}
      {mayManage ? <ButtonLink to="/places/new" tone="primary">{t.add}</ButtonLink> : null}
    </>
  );
}

function Communities({ of, units }: { of: readonly Listed[]; units: readonly Listed[] }) {
  return (
    <Tiles>
      {of.map((community) => (
        <Stack key={community.id} space="tight">
          <h3><Link to={`/places/${community.id}`}>{community.name}</Link></h3>
          <Code unit={community} />
          <p className="cluster">{units.filter(({ parentId }) => parentId === community.id).map((lane) => <Link key={lane.id} to={`/places/${lane.id}`} className="small">{lane.name}</Link>)}</p>
        </Stack>
      ))}
    </Tiles>
  );
}

function Code({ unit }: { unit: Listed }) {
  return unit.code ? <span className="small soft">{unit.code}</span> : null;
}
