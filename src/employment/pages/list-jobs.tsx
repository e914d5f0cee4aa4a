import { Briefcase } from "lucide-react";
import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, Chip, DataList, EmptyState, FilterBar, PageHeader, Pager, SearchBox, Select } from "#platform/ui/index.ts";
import { PrintButton } from "#platform/ui/layout/print-button.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { employmentText } from "../messages/index.ts";
import { listJobs } from "../service/list-jobs.ts";
import { JobFilterQuery } from "../ui/job-filter.ts";
import { KeptChips } from "../ui/kept-chips.tsx";

const Asked = JobFilterQuery.extend({ after: z.string().optional() });
const SHOWS = ["working", "paused", "ended", "due"] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { after, ...filter } = Asked.parse(Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== "")));
  return { filter, page: await listJobs(session, filter, { after: after ?? null }), today: session.today };
}

export default function ListJobs() {
  const { filter, page, today } = useLoaderData<typeof loader>();
  const { list: t, states } = useText(employmentText);
  const language = useLanguage();
  const query = new URLSearchParams(Object.entries(filter).flatMap(([key, value]) => (value ? [[key, value]] : []))).toString();
  const label = (show: (typeof SHOWS)[number]) => (show === "due" ? t.due : states[show]);
  const active = [...(filter.show ? [{ name: "show", label: label(filter.show) }] : []), ...(filter.q ? [{ name: "q", label: filter.q }] : [])];
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} actions={<><PrintButton label={t.print} /><ButtonLink to="/employment/kept">{t.figures}</ButtonLink><ButtonLink to="/employment/places">{t.places}</ButtonLink><ButtonLink to="/people" tone="primary">{t.find}</ButtonLink></>} />
      <SearchBox label={t.search} placeholder={t.search} {...(filter.q && { defaultValue: filter.q })} />
      <FilterBar active={active} keep={["q"]}><Select name="show" label={t.show} empty={t.all} defaultValue={filter.show} options={SHOWS.map((value) => ({ value, label: label(value) }))} /></FilterBar>
      <Card flush>
        <DataList caption={t.title} rows={page.rows} rowKey={({ id }) => id} rowTo={({ id }) => `/employment/jobs/${id}`}
          empty={active.length > 0 ? <EmptyState title={t.none}>{t.noneHint}</EmptyState> : <EmptyState icon={<Briefcase className="icon" aria-hidden="true" />} title={t.empty}>{t.emptyHint}</EmptyState>}
          columns={[
            { key: "who", label: t.who, render: ({ name }) => name }, { key: "where", label: t.where, render: ({ placeName }) => placeName }, { key: "job", label: t.job, render: ({ title }) => title },
            { key: "state", label: t.state, render: ({ endedOn, pausedOn }) => <Chip tone={endedOn ? "plain" : pausedOn ? "due" : "ok"}>{endedOn ? states.ended : pausedOn ? states.paused : states.working}</Chip> },
            { key: "begun", label: t.begun, render: ({ begunOn }) => formatDayOnly(begunOn, language, today) },
            { key: "follow", label: t.follow, render: ({ followOn }) => (followOn === null ? "—" : followOn <= today ? <Chip tone={followOn < today ? "late" : "due"}>{formatDayOnly(followOn, language, today)}</Chip> : formatDayOnly(followOn, language, today)) },
            { key: "kept", label: t.kept, render: ({ kept }) => <KeptChips kept={kept} /> }, { key: "coach", label: t.coach, render: ({ coachName }) => coachName },
          ]} />
      </Card>
      <Pager after={page.next}>{page.rows.length > 0 ? <span className="cluster no-print"><a href={`/employment/export?${query}`} download>{t.export}</a> <a href={`/employment/export?${query}&as=csv`} download>{t.csv}</a></span> : null}</Pager>
    </>
  );
}
