import { Send } from "lucide-react";
import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, Chip, DataList, EmptyState, FilterBar, PageHeader, Pager, SearchBox, Select, Tabs, type ActiveFilter } from "#platform/ui/index.ts";
import { PrintButton } from "#platform/ui/layout/print-button.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { referralText } from "../messages/index.ts";
import { filterQuery, readFilter, type ReferralFilter } from "../model/filter.ts";
import { STATES, TOPICS } from "../model/referral.ts";
import { listReferrals, type ReferralLine } from "../service/list-referrals.ts";
import { toneOf } from "../ui/tones.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const params = new URL(request.url).searchParams;
  const filter = readFilter(params);
  return { filter, page: await listReferrals(session, filter, { after: params.get("after") }), today: session.today };
}

export default function ListReferrals() {
  const { filter, page, today } = useLoaderData<typeof loader>();
  const { list: t, states, topics } = useText(referralText);
  const query = filterQuery(filter);
  const showing = filter.show && (filter.show === "open" || filter.show === "overdue" ? t[filter.show] : states[filter.show]);
  const active: ActiveFilter[] = [...(showing ? [{ name: "show", label: showing }] : []), ...(filter.topic ? [{ name: "topic", label: topics[filter.topic] }] : []), ...(filter.q ? [{ name: "q", label: filter.q }] : [])];
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} actions={<><PrintButton label={t.print} /><ButtonLink to="/people" tone="primary">{t.find}</ButtonLink></>} />
      <Tabs label={t.box} tabs={(["out", "in"] as const).map((side) => ({ to: `/referrals?side=${side}`, label: t[side], current: filter.side === side }))} />
      <SearchBox label={t.search} placeholder={t.search} keep={{ side: filter.side, ...(filter.show && { show: filter.show }) }} {...(filter.q && { defaultValue: filter.q })} />
      <FilterBar active={active} keep={["side", "q"]}>
        <Select name="show" label={t.show} empty={t.all} defaultValue={filter.show} options={[...(["open", "overdue"] as const).map((value) => ({ value, label: t[value] })), ...STATES.map((value) => ({ value, label: states[value] }))]} />
        <Select name="topic" label={t.topic} empty={t.all} defaultValue={filter.topic} options={TOPICS.map((value) => ({ value, label: topics[value] }))} />
      </FilterBar>
      <Card flush><Rows rows={page.rows} filter={filter} filtered={active.length > 0} today={today} /></Card>
      <Pager after={page.next}>{page.rows.length > 0 ? <span className="cluster no-print"><a href={`/referrals/export?${query}`} download>{t.export}</a> <a href={`/referrals/export?${query}&as=csv`} download>{t.csv}</a></span> : null}</Pager>
    </>
  );
}

function Rows({ rows, filter, filtered, today }: { rows: readonly ReferralLine[]; filter: ReferralFilter; filtered: boolean; today: string }) {
  const { list: t, states, topics } = useText(referralText);
  const language = useLanguage();
  const day = (on: string | null) => (on === null ? "—" : on < today ? t.late(formatDayOnly(on, language, today)) : formatDayOnly(on, language, today));
  const icon = <Send className="icon" aria-hidden="true" />;
  return (
    <DataList caption={t[filter.side]} rows={rows} rowKey={({ id }) => id} rowTo={({ id }) => `/referrals/${id}`}
      empty={filtered ? <EmptyState title={t.none}>{t.noneHint}</EmptyState> : <EmptyState icon={icon} title={t.empty}>{filter.side === "out" ? t.emptyOut : t.emptyIn}</EmptyState>}
      columns={[
        { key: "who", label: t.who, render: ({ called }) => called ?? t.hidden },
        { key: "other", label: t.other, render: ({ otherName }) => otherName },
        { key: "topic", label: t.topic, render: ({ topic }) => topics[topic] },
        { key: "state", label: t.state, render: (row) => <Chip tone={toneOf(row, today)}>{states[row.state]}</Chip> },
        { key: "due", label: t.due, render: ({ dueOn }) => day(dueOn) },
        { key: "worker", label: t.worker, render: ({ workerName }) => workerName ?? t.nobody },
        { key: "sent", label: t.sent, render: ({ sentAt }) => formatDayOnly(sentAt.slice(0, 10), language, today) },
      ]} />
  );
}
