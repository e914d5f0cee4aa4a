import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { FilterBar } from "#platform/ui/list/filter-bar.tsx";
import { Pager } from "#platform/ui/list/pager.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { safeguardingText } from "../messages/index.ts";
import { filterQuery, readFilter } from "../model/filter.ts";
import { KINDS, SEVERITIES } from "../model/incident.ts";
import { listIncidents } from "../service/list-incidents.ts";
import { DUTY_TONES, SEVERITY_TONES } from "../ui/tones.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const params = new URL(request.url).searchParams;
  const filter = readFilter(params);
  return { filter, page: await listIncidents(session, filter, { after: params.get("after") }), today: session.today, isLead: session.actor.capabilities.has("safeguarding.lead") };
}

export default function ListIncidents() {
  const { filter, page, today, isLead } = useLoaderData<typeof loader>();
  const { list: t, kinds, severities, states, told, duty: duties } = useText(safeguardingText);
  const language = useLanguage();
  const filtered = Object.values(filter).some((value) => value !== undefined);
  const query = filterQuery(filter);
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} actions={<>{isLead && page.rows.length > 0 ? <a className="button" href={`/safeguarding/export?${query}`} download>{t.export}</a> : null}<ButtonLink to="/people" tone="primary">{t.find}</ButtonLink></>} />
      <FilterBar>
        <Select name="state" label={t.state} empty={t.all} options={(["open", "closed"] as const).map((value) => ({ value, label: states[value] }))} defaultValue={filter.state} />
        <Select name="severity" label={t.severity} empty={t.all} options={SEVERITIES.map((value) => ({ value, label: severities[value] }))} defaultValue={filter.severity} />
        <Select name="kind" label={t.kind} empty={t.all} options={KINDS.map((value) => ({ value, label: kinds[value] }))} defaultValue={filter.kind} />
      </FilterBar>
      <Card flush>
        <DataList caption={t.title} rows={page.rows} rowKey={({ id }) => id} rowTo={({ id }) => `/safeguarding/${id}`}
          empty={filtered ? <EmptyState title={t.none}>{t.noneHint}</EmptyState> : <EmptyState title={t.empty}>{t.emptyHint}</EmptyState>}
          columns={[
            { key: "who", label: t.who, render: ({ name }) => name },
            { key: "kind", label: t.kind, render: ({ kind }) => kinds[kind] },
            { key: "severity", label: t.severity, render: ({ stands }) => <Chip tone={stands.state === "closed" ? "ok" : SEVERITY_TONES[stands.severity]}>{stands.state === "closed" ? states.closed : severities[stands.severity]}</Chip> },
            { key: "next", label: t.next, render: ({ open: [first] }) => (first ? <Chip tone={DUTY_TONES[first.state]}>{`${told[first.rule.to]} · ${duties[first.state]}`}</Chip> : t.nothing) },
            { key: "learnt", label: t.learnt, render: ({ learntAt }) => formatInstant(learntAt, language, today) },
            { key: "by", label: t.by, render: ({ raisedByName }) => raisedByName },
          ]} />
      </Card>
      <Pager after={page.next} />
    </>
  );
}
