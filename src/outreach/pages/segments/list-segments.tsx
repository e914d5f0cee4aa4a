import { ListFilter, Plus } from "lucide-react";
import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { dayIn } from "#kernel/calendar.ts";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { Figure } from "#platform/ui/show/figure.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { outreachText } from "../../messages/index.ts";
import { listCommunities } from "../../service/segments/list-communities.ts";
import { listSegments } from "../../service/segments/list-segments.ts";
import { criteriaInWords } from "../../ui/segments/criteria-words.ts";

export async function loader({ context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const segments = (await listSegments(session)).map((segment) => ({ ...segment, changedOn: dayIn(new Date(segment.changedAt), "Asia/Shanghai") }));
  const names = Object.fromEntries((await listCommunities(session)).map(({ id, name }) => [id, name]));
  return { segments, names, today: session.today, mayManage: session.actor.capabilities.has("outreach.manage") };
}

export default function ListSegments() {
  const { segments, names, today, mayManage } = useLoaderData<typeof loader>();
  const { segments: t } = useText(outreachText);
  const language = useLanguage();
  const start = mayManage ? <ButtonLink tone="primary" to="/segments/new?start=homebound_youth">{t.useStart}</ButtonLink> : null;
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} actions={mayManage ? <ButtonLink tone="primary" icon={<Plus className="icon" aria-hidden="true" />} to="/segments/new">{t.create}</ButtonLink> : undefined} />
      <Card flush>
        <DataList caption={t.title} rows={segments} rowKey={({ id }) => id} rowTo={({ id }) => `/segments/${id}`}
          empty={<EmptyState title={t.empty} icon={<ListFilter className="icon" aria-hidden="true" />} action={start}>{t.emptyHint}</EmptyState>}
          columns={[
            { key: "name", label: t.name, render: (row) => row.name },
            { key: "criteria", label: t.criteria, render: (row) => criteriaInWords(row.criteria, language, today, names) },
            { key: "persons", label: t.persons, end: true, render: (row) => <Figure value={row.persons} unit="persons" /> },
            { key: "changed", label: t.changed, render: (row) => formatDayOnly(row.changedOn, language, today) },
          ]} />
      </Card>
    </>
  );
}
