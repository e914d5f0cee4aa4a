import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { Pager } from "#platform/ui/list/pager.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { caseworkText } from "../messages/index.ts";
import { listNeedRows } from "../service/list-need-rows.ts";
import { needQuery } from "../ui/need-address.ts";
import { needName, PRIORITY_TONES, STATUS_TONES } from "../ui/need-name.ts";
import { needFilterOf } from "../ui/need-query.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const filter = needFilterOf(request, webOf(context).lang);
  const after = new URL(request.url).searchParams.get("after");
  return { page: await listNeedRows(session, filter, { after }), filter, today: session.today };
}

export default function ListNeedRows() {
  const { page, filter, today } = useLoaderData<typeof loader>();
  const t = useText(caseworkText);
  const language = useLanguage();
  const title = filter.code ? needName(filter.code, language) : t.rows.title;
  return (
    <>
      <title>{title}</title>
      <PageHeader title={title} crumbs={[{ label: t.title, to: `/needs?${needQuery(filter, { code: "", priority: "" })}` }]} lead={filter.population ? t.populations[filter.population] : undefined} />
      <Card flush>
        <DataList caption={title} rows={page.rows} rowKey={({ needId }) => needId} rowTo={({ personId }) => `/needs/of/${personId}`} empty={<EmptyState title={t.rows.empty} />}
          columns={[
            { key: "name", label: t.rows.name, render: (row) => row.name ?? t.rows.withheld },
            { key: "need", label: t.rows.need, render: (row) => needName(row.code, language) },
            { key: "population", label: t.rows.population, render: (row) => t.populations[row.population] },
            { key: "community", label: t.rows.community, render: (row) => row.communityName ?? t.noCommunity },
            { key: "priority", label: t.rows.priority, render: (row) => <Chip tone={PRIORITY_TONES[row.priority]}>{t.priorities[row.priority]}</Chip> },
            { key: "status", label: t.rows.status, render: (row) => <Chip tone={STATUS_TONES[row.status]}>{t.statuses[row.status]}</Chip> },
            { key: "heardOn", label: t.rows.heardOn, render: (row) => formatDayOnly(row.heardOn, language, today) },
          ]} />
      </Card>
      <Pager after={page.next} />
    </>
  );
}
