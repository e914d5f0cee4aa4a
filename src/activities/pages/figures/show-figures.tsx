import { Link, useLoaderData, type LoaderFunctionArgs } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, EmptyState, DataList, Figure, PageHeader, StatRow } from "#platform/ui/index.ts";
import { Chart } from "#platform/ui/picture/chart.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { activitiesText } from "../../messages/index.ts";
import { countYear } from "../../service/figures/count-year.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const asked = new URL(request.url).searchParams.get("year") ?? "";
  const year = /^20\d\d$/.test(asked) ? asked : session.today.slice(0, 4);
  return { year, ...(await countYear(session, year)) };
}

const COLUMNS = ["sessions", "personTimes", "persons", "volunteers", "volunteerTimes"] as const;

export default function ShowFigures() {
  const { year, total, months, opens } = useLoaderData<typeof loader>();
  const { figures: t, title } = useText(activitiesText);
  const shown = months.map(({ figures }) => figures ?? { sessions: 0, personTimes: 0, persons: 0, volunteers: 0, volunteerTimes: 0 });
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} eyebrow={t.year(year)} crumbs={[{ label: title, to: "/activities" }]} lead={t.lead}
        actions={<><ButtonLink to={`/activities/figures?year=${Number(year) - 1}`}>{t.earlier}</ButtonLink><ButtonLink to={`/activities/figures?year=${Number(year) + 1}`}>{t.later}</ButtonLink></>} />
      <StatRow label={t.total} stats={COLUMNS.map((key) => ({ label: t[key], value: <Figure value={total[key]} /> }))} />
      <Card><Chart kind="bar" title={t.chart} summary={t.explain} categoryLabel={t.title} categories={months.map(({ month }) => t.month(month))} series={[{ name: t.personTimes, values: shown.map(({ personTimes }) => personTimes) }, { name: t.persons, values: shown.map(({ persons }) => persons) }]} /></Card>
      <Card flush>
        <DataList caption={t.title} rows={months} rowKey={({ month }) => month} empty={<EmptyState title={t.none} level={3} />}
          columns={[
            { key: "month", label: t.total, render: ({ month, figures }) => (opens && figures && figures.sessions > 0 ? <Link to={`/activities/figures/${month}`}>{t.month(month)}</Link> : t.month(month)) },
            ...COLUMNS.map((key) => ({ key, label: t[key], end: true, render: ({ figures }: (typeof months)[number]) => (figures === null ? <span className="soft small">{t.hidden}</span> : <Figure value={figures[key]} />) })),
          ]} />
      </Card>
      <p className="soft measure">{t.explain}</p>
    </>
  );
}
