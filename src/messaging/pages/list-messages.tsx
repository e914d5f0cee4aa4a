import { Send } from "lucide-react";
import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { FilterBar } from "#platform/ui/list/filter-bar.tsx";
import { Pager } from "#platform/ui/list/pager.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { messagingText } from "../messages/index.ts";
import { DRAFT_DAYS } from "../model/draft-end.ts";
import { KINDS } from "../model/terms.ts";
import { listMessages } from "../service/list-messages.ts";
import { StandingChip } from "../ui/standing-chip.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const params = new URL(request.url).searchParams;
  const q = (params.get("q") ?? "").trim().slice(0, 60);
  const kind = z.enum(KINDS).safeParse(params.get("kind")).data;
  return { q, kind, page: await listMessages(session, { ...(q && { q }), kind, after: params.get("after") }), today: session.today, now: session.now.toISOString() };
}

export default function ListMessages() {
  const { q, kind, page, today, now } = useLoaderData<typeof loader>();
  const { list: t, title, kinds } = useText(messagingText);
  const language = useLanguage();
  const write = <ButtonLink to="/messages/new" tone="primary" icon={<Send className="icon" aria-hidden="true" />}>{t.write}</ButtonLink>;
  return (
    <>
      <title>{title}</title>
      <PageHeader title={title} lead={t.lead(DRAFT_DAYS)} actions={write} />
      <FilterBar active={[...(q ? [{ name: "q", label: q }] : []), ...(kind ? [{ name: "kind", label: kinds[kind] }] : [])]}>
        <TextField name="q" label={t.q} optional maxLength={60} defaultValue={q} />
        <Select name="kind" label={t.kind} optional empty={t.any} defaultValue={kind} options={KINDS.map((value) => ({ value, label: kinds[value] }))} />
      </FilterBar>
      <Card flush>
        <DataList caption={title} rows={page.rows} rowKey={({ id }) => id} rowTo={({ id }) => `/messages/${id}`}
          empty={q || kind ? <EmptyState title={t.none}>{t.noneHint}</EmptyState> : <EmptyState title={t.empty} action={write}>{t.emptyHint}</EmptyState>}
          columns={[
            { key: "words", label: t.words, render: ({ words }) => words },
            { key: "to", label: t.to, render: ({ audienceWords }) => audienceWords },
            { key: "state", label: t.state, render: (row) => <StandingChip message={row} now={now} /> },
            { key: "reached", label: t.reached, end: true, render: ({ sent, people, leftOut }) => (people === 0 ? "—" : `${sent} / ${people - leftOut}`) },
            { key: "leftOut", label: t.leftOut, end: true, render: ({ people, leftOut }) => (people === 0 ? "—" : leftOut) },
            { key: "by", label: t.by, render: ({ byName }) => byName },
            { key: "when", label: t.when, render: ({ at, leavesAt }) => formatInstant(leavesAt ?? at, language, today) },
          ]} />
      </Card>
      <Pager after={page.next} />
    </>
  );
}
