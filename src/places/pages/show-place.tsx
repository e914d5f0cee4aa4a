import { Link, useLoaderData, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { Columns, Stack } from "#platform/ui/layout/columns.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { Facts, type Fact } from "#platform/ui/show/facts.tsx";
import { Timeline } from "#platform/ui/show/timeline.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import { placesText } from "../messages/index.ts";
import { readDivisionCode } from "../model/division-code.ts";
import type { Unit } from "../model/unit.ts";
import { showUnit, type UnitPage } from "../service/show-territory.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { ...await showUnit(session, readParam(params.unitId, z.uuid())), today: session.today, mayManage: session.actor.capabilities.has("places.manage"), maySeePeople: session.actor.capabilities.has("people.read") };
}

export default function ShowPlace() {
  const { unit, above, below, became, cameFrom, today, mayManage, maySeePeople } = useLoaderData<typeof loader>();
  const t = useText(placesText);
  const crumbs = [{ label: t.title, to: "/places" }, ...above.map(({ id, name }) => ({ label: name, to: `/places/${id}` }))];
  const people = unit.kind === "community" ? `/people?community=${unit.id}` : unit.kind === "lane" || unit.kind === "grid" ? `/people?lane=${unit.id}` : null;
  const actions = (
    <>
      {maySeePeople && people ? <ButtonLink to={people}>{t.peopleMap}</ButtonLink> : null}
      {mayManage && unit.validTo === null ? <><ButtonLink to={`/places/${unit.id}/close`}>{t.close}</ButtonLink><ButtonLink to={`/places/${unit.id}/edit`} tone="primary">{t.edit}</ButtonLink></> : null}
    </>
  );
  return (
    <>
      <title>{unit.name}</title>
      <PageHeader title={unit.name} crumbs={crumbs} chips={<Chip>{t.kinds[unit.kind]}</Chip>} actions={actions} />
      <Columns>
        <Stack>
          <Card title={t.below} aside={mayManage && unit.validTo === null && unit.kind !== "building" ? <Link to={`/places/new?parent=${unit.id}`}>{t.add}</Link> : null}>
            <p className="cluster">{below.length === 0 ? <span className="soft">—</span> : below.map(({ id, name }) => <Link key={id} to={`/places/${id}`}>{name}</Link>)}</p>
          </Card>
          <History became={became} cameFrom={cameFrom} unit={unit} today={today} />
        </Stack>
        <Card><UnitFacts unit={unit} today={today} /></Card>
      </Columns>
    </>
  );
}

function UnitFacts({ unit, today }: { unit: Unit; today: string }) {
  const t = useText(placesText);
  const language = useLanguage();
  const committee = unit.code ? readDivisionCode(unit.code).committee : null;
  const facts: (Fact | null)[] = [
    unit.code ? { label: t.facts.code, value: unit.code } : null,
    committee ? { label: t.fields.kind, value: <span title={t.unverifiedWhy}>{t.committee[committee]} <Chip tone="due">{t.unverified}</Chip></span> } : null,
    unit.aliases.length > 0 ? { label: t.facts.alsoCalled, value: unit.aliases.join("、") } : null,
    unit.urbanRuralClass ? { label: t.facts.class, value: unit.urbanRuralClass } : null,
    { label: t.facts.period, value: formatDay(unit.validFrom, language, today) },
    unit.validTo ? { label: t.facts.until, value: formatDay(unit.validTo, language, today) } : null,
    unit.longitude !== null ? { label: t.facts.point, value: `${unit.longitude}, ${unit.latitude}` } : null,
  ];
  return <Facts facts={facts.filter((fact) => fact !== null)} />;
}

function History({ became, cameFrom, unit, today }: Pick<UnitPage, "became" | "cameFrom" | "unit"> & { today: string }) {
  const t = useText(placesText);
  const language = useLanguage();
  const day = (on: string) => formatDay(on, language, today);
  const items = [
    ...became.map(({ toId, toName, onDay }) => ({ key: `to-${toId}`, at: onDay, when: day(onDay), title: <Link to={`/places/${toId}`}>{t.became(day(onDay), toName)}</Link> })),
    ...cameFrom.map(({ fromId, fromName, onDay }) => ({ key: `from-${fromId}`, at: onDay, when: day(onDay), title: <Link to={`/places/${fromId}`}>{t.cameFrom(day(onDay), fromName)}</Link> })),
    ...(unit.validTo && became.length === 0 ? [{ key: "end", at: unit.validTo, when: day(unit.validTo), title: t.closedOn(day(unit.validTo)) }] : []),
  ];
  return items.length === 0 ? null : <Card title={t.history}><Timeline label={t.history} items={items} /></Card>;
}
