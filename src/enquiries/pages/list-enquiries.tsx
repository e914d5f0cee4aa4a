import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatNearDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Tabs } from "#platform/ui/layout/tabs.tsx";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { Pager } from "#platform/ui/list/pager.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { enquiriesText } from "../messages/index.ts";
import { listEnquiries } from "../service/list-enquiries.ts";

const SHOWS = ["open", "overdue", "mine", "closed"] as const;
const Show = z.enum(SHOWS).catch("open");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const params = new URL(request.url).searchParams;
  const show = Show.parse(params.get("show"));
  return { ...(await listEnquiries(session, { show, after: params.get("after") })), show, today: session.today };
}

export default function ListEnquiries() {
  const { page, counts, show, today } = useLoaderData<typeof loader>();
  const t = useText(enquiriesText);
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead(counts.open, counts.overdue)} actions={<ButtonLink to="/enquiries/new" tone="primary">{t.record}</ButtonLink>} />
      <Tabs label={t.title} tabs={SHOWS.map((each) => ({ to: `/enquiries?show=${each}`, label: t.tabs[each], current: each === show }))} />
      <DataList caption={t.title} rows={page.rows} rowKey={(row) => row.id} rowTo={(row) => `/enquiries/${row.id}`}
        empty={<EmptyState title={t.empty[show]}>{t.emptyHint}</EmptyState>}
        columns={[
          { key: "words", label: t.columns.words, render: (row) => <>{shorten(row.words)} {row.urgent ? <Chip tone="late">{t.urgent}</Chip> : null}</> },
          { key: "due", label: t.columns.due, render: (row) => <Due dueOn={row.dueOn} today={today} closed={show === "closed"} /> },
          { key: "from", label: t.columns.from, render: (row) => `${row.askerName ?? t.anonymous} · ${row.forWhom === "self" ? t.forSelf : t.forOther}` },
          { key: "place", label: t.columns.place, render: (row) => row.community ?? "—" },
        ]} />
      <Pager after={page.next} />
    </>
  );
}

function Due({ dueOn, today, closed }: { dueOn: string; today: string; closed: boolean }) {
  const t = useText(enquiriesText);
  const language = useLanguage();
  const tone = closed ? "plain" : dueOn < today ? "late" : dueOn === today ? "due" : "plain";
  const word = tone === "late" ? ` · ${t.overdue}` : "";
  return <Chip tone={tone}>{formatNearDay(dueOn, language, today)}{word}</Chip>;
}

const shorten = (words: string) => (words.length > 40 ? `${words.slice(0, 40)}…` : words);
