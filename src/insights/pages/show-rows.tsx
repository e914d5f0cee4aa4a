import { Link, useLoaderData, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { insightsText } from "../messages/index.ts";
import { POPULATIONS } from "../model/population.ts";
import { openFigure } from "../service/open-figure.ts";

const Query = z.object({ community: z.uuid().optional().catch(undefined), population: z.enum(POPULATIONS).optional().catch(undefined) });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { community, population } = Query.parse(Object.fromEntries(new URL(request.url).searchParams));
  const month = params.month ?? "";
  return { opened: await openFigure(session, { month, communityId: community, population }), month, population: population ?? null, today: session.today };
}

export default function ShowRows() {
  const { opened, month, population, today } = useLoaderData<typeof loader>();
  const t = useText(insightsText);
  const language = useLanguage();
  const [year = "", number = ""] = month.split("-");
  const day = (on: string | null) => (on ? formatDay(on, language, today) : "—");
  return (
    <>
      <title>{`${t.rows} · ${t.month(year, number)}`}</title>
      <PageHeader title={t.rows} crumbs={[{ label: t.month(year, number), to: `/returns/${month}` }]} lead={population ? t.populations[population] : undefined} />
      <Card title={`${t.services} · ${opened.services.length}`}>
        <DataList caption={t.services} rows={opened.services} rowKey={(row) => row.id} empty={<EmptyState title={t.empty} level={3} />}
          columns={[
            { key: "resident", label: t.resident, render: (row) => (row.residentId === null ? "—" : <Link to={`/people/${row.residentId}`}>{row.residentName}</Link>) },
            { key: "volunteer", label: t.volunteer, render: (row) => row.helperName || "—" },
            { key: "on", label: t.on, render: (row) => day(row.happenedOn) },
            { key: "length", label: t.length, end: true, render: (row) => t.minutes(row.minutes ?? 0) },
          ]} />
      </Card>
      <Card title={`${t.activities} · ${opened.activities.length}`}>
        <DataList caption={t.activities} rows={opened.activities} rowKey={(row) => row.id} empty={<EmptyState title={t.empty} level={3} />}
          columns={[
            { key: "resident", label: t.resident, render: (row) => <Link to={`/people/${row.residentId}`}>{row.residentName}</Link> },
            { key: "activity", label: t.activity, render: (row) => <Link to={`/${row.source === "group" ? "group-sessions" : "activities"}/${row.sessionId}`}>{row.activity}</Link> },
            { key: "on", label: t.on, render: (row) => day(row.happenedOn) },
            { key: "length", label: t.length, end: true, render: (row) => t.minutes(row.minutes ?? 0) },
          ]} />
      </Card>
      <Card title={`${t.pairs} · ${opened.pairs.length}`}>
        <DataList caption={t.pairs} rows={opened.pairs} rowKey={(row) => row.id} rowTo={(row) => `/pairs/${row.id}`} empty={<EmptyState title={t.empty} level={3} />}
          columns={[
            { key: "resident", label: t.resident, render: (row) => row.residentName },
            { key: "began", label: t.began, render: (row) => day(row.beganOn) },
            { key: "ended", label: t.ended, render: (row) => (row.endedOn ? day(row.endedOn) : t.running) },
          ]} />
      </Card>
    </>
  );
}
