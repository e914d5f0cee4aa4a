import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, DataList, EmptyState, PageHeader } from "#platform/ui/index.ts";
import { Chart } from "#platform/ui/picture/chart.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { activitiesText } from "../../messages/index.ts";
import { showParticipation } from "../../service/figures/show-participation.ts";
import { PersonName } from "../../ui/words.tsx";
import styles from "../../ui/activities.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { ...(await showParticipation(session)), today: session.today };
}

export default function ShowParticipation() {
  const { weeks, neverCame, rising, opens, today } = useLoaderData<typeof loader>();
  const { part: t, figures, session, title } = useText(activitiesText);
  const language = useLanguage();
  const shown = weeks.filter((week) => week.figures !== null);
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} crumbs={[{ label: title, to: "/activities" }]} lead={t.lead} />
      <Card>
        <Chart kind="line" title={t.chart} summary={t.lead} categoryLabel={t.week} categories={shown.map(({ from }) => formatDayOnly(from, language, today))}
          series={[{ name: figures.personTimes, values: shown.map((week) => week.figures!.personTimes) }, { name: figures.persons, values: shown.map((week) => week.figures!.persons) }]} />
        {shown.length < weeks.length ? <p className="soft">{t.hiddenWeeks}</p> : null}
      </Card>
      {opens ? (
        <>
          <Card title={t.neverCame} flush>
            <p className="soft measure card-hint">{t.neverHint}</p>
            <DataList caption={t.neverCame} rows={neverCame} rowKey={({ personId }) => personId} empty={<EmptyState title={t.nobody} level={3} />}
              columns={[{ key: "name", label: session.name, render: (row) => <PersonName name={row.name} personId={row.personId} /> }, { key: "booked", label: session.booked, render: (row) => t.booked(row.booked) }, { key: "last", label: figures.day, render: (row) => t.last(formatDayOnly(row.lastOn, language, today)) }]} />
          </Card>
          <Card title={t.rising} flush>
            <p className="soft measure card-hint">{t.risingHint}</p>
            <DataList caption={t.rising} rows={rising} rowKey={({ personId }) => personId} empty={<EmptyState title={t.nobody} level={3} />}
              columns={[{ key: "name", label: session.name, render: (row) => <PersonName name={row.name} personId={row.personId} /> }, { key: "more", label: figures.personTimes, render: (row) => t.more(row.before, row.lately) }]} />
          </Card>
        </>
      ) : null}
    </>
  );
}
