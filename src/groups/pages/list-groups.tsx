import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { FilterBar } from "#platform/ui/list/filter-bar.tsx";
import { Pager } from "#platform/ui/list/pager.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { groupsText } from "../messages/index.ts";
import { readFilter } from "../model/forms.ts";
import { KINDS, STAGES } from "../model/terms.ts";
import { listGroups } from "../service/list-groups.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const params = new URL(request.url).searchParams;
  const filter = readFilter(params);
  return { filter, page: await listGroups(session, filter, { after: params.get("after") }), today: session.today };
}

export default function ListGroups() {
  const { filter, page, today } = useLoaderData<typeof loader>();
  const query = new URLSearchParams(Object.entries(filter).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString();
  const { list: t, title, kinds, stages, download } = useText(groupsText);
  const language = useLanguage();
  const active = [...(filter.q ? [{ name: "q", label: filter.q }] : []), ...(filter.kind ? [{ name: "kind", label: kinds[filter.kind] }] : []), ...(filter.stage ? [{ name: "stage", label: stages[filter.stage]! }] : [])];
  return (
    <>
      <title>{title}</title>
      <PageHeader title={title} lead={t.lead} actions={<ButtonLink to="/groups/new" tone="primary">{t.open}</ButtonLink>} />
      <FilterBar active={active}>
        <TextField name="q" label={t.q} optional maxLength={60} defaultValue={filter.q} />
        <Select name="stage" label={t.stage} empty={t.all} optional options={[...STAGES, "closed"].map((value) => ({ value, label: stages[value]! }))} defaultValue={filter.stage} />
        <Select name="kind" label={t.kind} empty={t.all} optional options={KINDS.map((value) => ({ value, label: kinds[value] }))} defaultValue={filter.kind} />
      </FilterBar>
      <Card flush>
        <DataList caption={title} rows={page.rows} rowKey={({ id }) => id} rowTo={({ id }) => `/groups/${id}`}
          empty={active.length > 0 ? <EmptyState title={t.none}>{t.noneHint}</EmptyState> : <EmptyState title={t.empty} action={<ButtonLink to="/groups/new" tone="primary">{t.open}</ButtonLink>}>{t.emptyHint}</EmptyState>}
          columns={[
            { key: "name", label: t.name, render: ({ name }) => name },
            { key: "kind", label: t.kind, render: ({ kind }) => kinds[kind] },
            { key: "stage", label: t.stage, render: ({ stage, closed }) => <Chip tone={closed ? "ok" : "calm"}>{stages[closed ? "closed" : stage]}</Chip> },
            { key: "members", label: t.members, render: ({ members, mostMembers }) => t.people(members, mostMembers) },
            { key: "sessions", label: t.sessions, render: ({ logged, sessionsPlanned }) => t.held(logged, sessionsPlanned) },
            { key: "worker", label: t.worker, render: ({ workerName }) => workerName },
            { key: "begun", label: t.begun, render: ({ begunOn }) => formatDayOnly(begunOn, language, today) },
          ]} />
      </Card>
      <Pager after={page.next}>{page.rows.length > 0 ? <a className="no-print" href={`/groups/export?${query}`} download>{download}</a> : null}</Pager>
    </>
  );
}
