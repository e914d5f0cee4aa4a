import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { PrintButton } from "#platform/ui/layout/print-button.tsx";
import { Tabs } from "#platform/ui/layout/tabs.tsx";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { Pager } from "#platform/ui/list/pager.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { visitsText } from "../messages/index.ts";
import { SILENCE_RULE, silenceStep } from "../model/silence-rule.ts";
import { silentFilterOf } from "../model/silent-filter.ts";
import type { SilentPair } from "../service/list-silent-pairs.ts";
import { showSilentPairs } from "../service/show-silent-pairs.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const params = new URL(request.url).searchParams;
  return { page: await showSilentPairs(session, silentFilterOf(params), { after: params.get("after") }), today: session.today };
}

/** Pairs from which nobody has heard for longer than agreed, and what to do about each. */
export default function ListSilent() {
  const { page: { rows, count, next, whose }, today } = useLoaderData<typeof loader>();
  const { silence: t, list, mine } = useText(visitsText);
  const language = useLanguage();
  const query = whose === "all" ? "?whose=all" : "";
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead(count)} crumbs={[{ label: list.title, to: "/visits" }]} actions={<PrintButton label={t.print} />} />
      {whose ? <Tabs label={t.whose} tabs={(["team", "all"] as const).map((one) => ({ to: `/visits/silent?whose=${one}`, label: t[one], current: whose === one }))} /> : null}
      <Card flush>
        <DataList<SilentPair> caption={t.title} rows={rows} rowKey={({ pairId }) => pairId} rowTo={({ pairId }) => `/pairs/${pairId}`} empty={<EmptyState title={t.empty}>{t.emptyHint}</EmptyState>}
          columns={[
            { key: "friends", label: list.friends, render: ({ residentName, helperName }) => `${residentName} · ${helperName}` },
            { key: "met", label: t.met, render: ({ lastMetOn }) => (lastMetOn === null ? t.never : formatDayOnly(lastMetOn, language, today)) },
            { key: "agreed", label: t.agreed, render: ({ rhythmDays }) => mine.every(rhythmDays) },
            { key: "quiet", label: t.quiet, end: true, render: (pair) => <Chip tone={silenceStep(pair) === "ask" ? "due" : "late"}>{t.days(pair.quietDays)}</Chip> },
            { key: "next", label: t.next, render: (pair) => t.steps[silenceStep(pair)] },
            { key: "visits", label: list.title, render: ({ pairId, residentName }) => <ButtonLink to={`/visits?pair=${pairId}`} tone="quiet">{t.open}<span className="sr-only">{`: ${residentName}`}</span></ButtonLink> },
          ]} />
      </Card>
      <Pager after={next}>{count > 0 ? <span className="cluster no-print"><a href={`/visits/silent/export${query}`} download>{t.export}</a> <a href={`/visits/silent/export${query}${query ? "&" : "?"}as=csv`} download>{t.csv}</a></span> : null}</Pager>
      {whose === "team" ? <p className="soft small measure">{t.teamHint}</p> : null}
      <p className="soft small measure">{SILENCE_RULE.source[language]} {SILENCE_RULE.verified === null ? <Chip tone="due">{t.unverified}</Chip> : null}</p>
    </>
  );
}
