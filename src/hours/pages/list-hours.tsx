import { Clock } from "lucide-react";
import { Form, useLoaderData, type LoaderFunctionArgs } from "react-router";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, Chip, DataList, DayRangeField, EmptyState, FilterBar, PageHeader, Pager, SearchBox, SubmitButton, Tabs } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readValues } from "#platform/web/form.ts";
import { hoursText } from "../messages/index.ts";
import { entryState } from "../model/entry.ts";
import { CONFIRM } from "../model/policy.ts";
import { HoursFilter, listHours } from "../service/entries/list-hours.ts";
import { ENTRY_TONES } from "../ui/tones.ts";

const SHOWN = ["pending", "asked", "open", "confirmed", "refused", "withdrawn", "all"] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { searchParams } = new URL(request.url);
  const filter = readValues(HoursFilter, Object.fromEntries([...searchParams].filter(([, value]) => value !== "")), webOf(context).lang);
  searchParams.delete("after");
  return { ...(await listHours(session, filter)), filter, today: session.today, mayConfirm: session.actor.capabilities.has(CONFIRM), query: searchParams.toString() };
}

export default function ListHours() {
  const { page, waiting, filter, today, mayConfirm, query } = useLoaderData<typeof loader>();
  const text = useText(hoursText);
  const { list: t, fields: f, time } = text;
  const language = useLanguage();
  const picks = mayConfirm && filter.show === "pending" && page.rows.length > 0;
  const counts = { pending: waiting.pending, asked: waiting.asked } as Partial<Record<(typeof SHOWN)[number], number>>;
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} actions={page.rows.length > 0 ? <a className="button" href={`/hours/export?${query}`}>{t.export}</a> : undefined} />
      <Tabs label={t.show} tabs={SHOWN.map((show) => ({ to: `/hours?show=${show}`, label: t.shows[show], current: show === filter.show, ...(counts[show] !== undefined && { count: counts[show] }) }))} />
      <SearchBox placeholder={t.search} defaultValue={filter.q ?? ""} />
      <FilterBar keep={["show", "q"]} active={[...(filter.from ? [{ name: "from", label: `${t.from} ${filter.from}` }] : []), ...(filter.until ? [{ name: "until", label: `${t.until} ${filter.until}` }] : [])]}>
        <DayRangeField label={f.happenedOn} names={["from", "until"]} defaultValues={[filter.from, filter.until]} />
      </FilterBar>
      <Card flush>
        <DataList caption={t.title} rows={page.rows} rowKey={({ id }) => id} rowTo={({ id }) => `/hours/entries/${id}`}
          {...(picks && { pick: { form: "look", rowName: (row: (typeof page.rows)[number]) => `${row.name} ${row.happenedOn}` } })}
          empty={<EmptyState icon={<Clock className="icon" aria-hidden="true" />} title={t.empty[filter.show]}>{t.emptyHint}</EmptyState>}
          columns={[
            { key: "name", label: f.name, render: (row) => row.name },
            { key: "on", label: f.happenedOn, render: (row) => formatDay(row.happenedOn, language, today) },
            { key: "title", label: f.title, render: (row) => [row.title, row.content].filter(Boolean).join(" · ") },
            { key: "by", label: f.recorder, render: (row) => row.recordedByName },
            { key: "state", label: f.state, render: (row) => <Chip tone={ENTRY_TONES[entryState(row)]}>{text.states[entryState(row)]}</Chip> },
            { key: "time", label: f.time, end: true, render: (row) => (row.minutes === null ? "—" : time(row.minutes)) },
          ]} />
      </Card>
      {picks ? (
        <Form method="get" action="/hours/confirm" id="look" className="cluster">
          <span className="soft">{t.lookHint}</span>
          <SubmitButton>{t.look}</SubmitButton>
        </Form>
      ) : null}
      <Pager after={page.next} />
    </>
  );
}
