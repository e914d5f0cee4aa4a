import { Link, useLoaderData, type LoaderFunctionArgs } from "react-router";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, DataList, EmptyState, Figure, PageHeader, StatRow } from "#platform/ui/index.ts";
import { sessionOf } from "#platform/web/context.ts";
import { activitiesText } from "../../messages/index.ts";
import { openMonth } from "../../service/figures/count-year.ts";
import { PersonName } from "../../ui/words.tsx";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const month = params.month ?? "";
  return { month, ...(await openMonth(session, month)), today: session.today };
}

export default function OpenMonth() {
  const { month, figures, rows, today } = useLoaderData<typeof loader>();
  const { figures: t, roles } = useText(activitiesText);
  const language = useLanguage();
  return (
    <>
      <title>{t.monthTitle(month)}</title>
      <PageHeader title={t.monthTitle(month)} crumbs={[{ label: t.title, to: `/activities/figures?year=${month.slice(0, 4)}` }]} lead={t.lead} />
      <StatRow label={t.total} stats={(["sessions", "personTimes", "persons", "volunteers", "volunteerTimes"] as const).map((key) => ({ label: t[key], value: <Figure value={figures[key]} /> }))} />
      <Card title={`${t.rows} · ${rows.length}`} flush>
        <DataList caption={t.rows} rows={rows} rowKey={({ registrationId }) => registrationId} empty={<EmptyState title={t.none} level={3}>{t.noneHint}</EmptyState>}
          columns={[
            { key: "name", label: t.name, render: (row) => <PersonName name={row.name} personId={row.personId} /> },
            { key: "role", label: t.role, render: (row) => roles[row.role] },
            { key: "activity", label: t.activity, render: (row) => <Link to={`/activities/${row.sessionId}`}>{row.activity}</Link> },
            { key: "day", label: t.day, render: (row) => formatDay(row.happenedOn, language, today) },
          ]} />
      </Card>
    </>
  );
}
