import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { Pager } from "#platform/ui/list/pager.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { pathwaysText } from "../messages/index.ts";
import { readFilter } from "../model/filter.ts";
import { listClimbers } from "../service/list-climbers.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const params = new URL(request.url).searchParams;
  const filter = readFilter(params);
  return { filter, page: await listClimbers(session, filter, { after: params.get("after") }), today: session.today };
}

export default function ListClimbers() {
  const { filter, page, today } = useLoaderData<typeof loader>();
  const { rows: t, title, steps, populations } = useText(pathwaysText);
  const language = useLanguage();
  const about = [filter.came && t.came, filter.population && populations[filter.population], filter.at && steps[filter.at], filter.from && [steps[filter.from], filter.to && steps[filter.to]].filter(Boolean).join(" → "), filter.asOf && formatDayOnly(filter.asOf, language, today)].filter(Boolean).join(" · ");
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} crumbs={[{ label: title, to: "/pathways" }]} lead={about} />
      <Card flush>
        <DataList caption={t.title} rows={page.rows} rowKey={({ personId }) => personId} rowTo={({ personId }) => `/pathways/people/${personId}`}
          empty={<EmptyState title={t.none}>{t.noneHint}</EmptyState>}
          columns={[
            { key: "name", label: t.name, render: ({ name }) => name },
            { key: "population", label: t.population, render: ({ population }) => populations[population] ?? population },
            { key: "began", label: t.began, render: ({ beganOn }) => formatDayOnly(beganOn, language, today) },
            { key: "way", label: t.way, render: ({ climbed }) => climbed.map(({ step, onDay }) => `${steps[step]} ${formatDayOnly(onDay, language, today)}`).join(" → ") },
          ]} />
      </Card>
      <Pager after={page.next} />
    </>
  );
}
