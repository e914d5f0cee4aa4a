import { Plus } from "lucide-react";
import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { formatNumber } from "#platform/i18n/numbers.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { Pager } from "#platform/ui/list/pager.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { outreachText } from "../../messages/index.ts";
import { listRounds } from "../../service/rounds/list-rounds.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const page = await listRounds(session, { after: new URL(request.url).searchParams.get("after") });
  return { page, today: session.today, mayManage: session.actor.capabilities.has("outreach.manage") };
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["page"]["rows"][number];

export default function ListRounds() {
  const { page, today, mayManage } = useLoaderData<typeof loader>();
  const { rounds: t, worklist, modes } = useText(outreachText);
  const language = useLanguage();
  const create = mayManage ? <ButtonLink tone="primary" icon={<Plus className="icon" aria-hidden="true" />} to="/outreach/rounds/new">{t.create}</ButtonLink> : undefined;
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} crumbs={[{ label: worklist.title, to: "/outreach" }]} lead={t.lead} actions={create} />
      <Card flush>
        <DataList caption={t.title} rows={page.rows} rowKey={({ id }) => id} rowTo={({ id }) => `/outreach/rounds/${id}`} empty={<EmptyState title={t.empty}>{t.emptyHint}</EmptyState>}
          columns={[
            { key: "name", label: t.name, render: (row) => row.name },
            { key: "progress", label: t.progress, render: (row) => t.reachedOf(formatNumber(row.progress.reached, language), formatNumber(row.progress.members, language)) },
            { key: "mode", label: t.mode, render: (row) => modes[row.mode] },
            { key: "due", label: t.dueOn, render: (row) => formatDayOnly(row.dueOn, language, today) },
            { key: "state", label: t.state, render: (row) => <RoundState row={row} today={today} /> },
          ]} />
      </Card>
      <Pager after={page.next} />
    </>
  );
}

function RoundState({ row, today }: { row: Row; today: string }) {
  const { rounds: t } = useText(outreachText);
  if (row.closedOn) return <Chip>{t.closed}</Chip>;
  return row.dueOn < today ? <Chip tone="late">{t.late}</Chip> : <Chip tone="calm">{t.open}</Chip>;
}
