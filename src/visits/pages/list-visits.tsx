import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { Pager } from "#platform/ui/list/pager.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import type { Tone } from "#platform/ui/show/tone.ts";
import { sessionOf } from "#platform/web/context.ts";
import { visitsText } from "../messages/index.ts";
import type { Mood } from "../model/visit.ts";
import { listRecentVisits, type NamedVisit } from "../service/list-recent-visits.ts";

const TONES: Readonly<Record<Mood, Tone>> = { good: "ok", fair: "plain", poor: "due" };

const PairId = z.uuid().optional().catch(undefined);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const params = new URL(request.url).searchParams;
  return { page: await listRecentVisits(session, { after: params.get("after"), pairId: PairId.parse(params.get("pair") ?? undefined) }), today: session.today };
}

export default function ListVisits() {
  const { page, today } = useLoaderData<typeof loader>();
  const { list: t, form, silence } = useText(visitsText);
  const language = useLanguage();
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} actions={<ButtonLink to="/visits/silent">{silence.title}</ButtonLink>} />
      <DataList<NamedVisit> caption={t.title} rows={page.rows} rowKey={(row) => row.id} empty={<EmptyState title={t.empty}>{t.emptyHint}</EmptyState>}
        columns={[
          { key: "friends", label: t.friends, render: (row) => `${row.residentName} · ${row.helperName}` },
          { key: "on", label: t.on, render: (row) => formatDay(row.happenedOn, language, today) },
          { key: "how", label: t.how, render: (row) => `${form.modes[row.mode]} · ${t.minutes(row.minutes)}` },
          { key: "mood", label: t.mood, render: (row) => <Chip tone={TONES[row.mood]}>{t.moods[row.mood]}</Chip> },
          { key: "words", label: t.words, render: (row) => row.words || "—" },
        ]} />
      <Pager after={page.next} />
    </>
  );
}
