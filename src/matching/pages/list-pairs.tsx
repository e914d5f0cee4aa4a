import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Chip, DataList, EmptyState, PageHeader, Tabs } from "#platform/ui/index.ts";
import { sessionOf } from "#platform/web/context.ts";
import { matchingPagesText, matchingText } from "../messages/index.ts";
import { listPairs, type NamedPair } from "../service/pairs/list-pairs.ts";
import { STATE_TONES } from "../ui/state-tones.ts";

const GROUPS = ["running", "coming", "over"] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const group = z.enum(GROUPS).catch("running").parse(new URL(request.url).searchParams.get("show"));
  return { ...(await listPairs(session, group)), group, today: session.today };
}

export default function ListPairs() {
  const { pairs, counts, group, today } = useLoaderData<typeof loader>();
  const { pairs: t, rounds } = useText(matchingPagesText);
  const text = useText(matchingText);
  const language = useLanguage();
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={rounds.pairs} lead={t.lead} crumbs={[{ label: t.title, to: "/matching" }]} />
      <Tabs label={t.title} tabs={GROUPS.map((each) => ({ to: `/pairs?show=${each}`, label: t.groups[each], count: counts[each], current: each === group }))} />
      <DataList<NamedPair> caption={t.title} rows={pairs} rowKey={(pair) => pair.id} rowTo={(pair) => `/pairs/${pair.id}`} empty={<EmptyState title={t.empty[group]}>{t.emptyHint}</EmptyState>}
        columns={[
          { key: "resident", label: t.resident, render: (pair) => pair.residentName },
          { key: "helper", label: t.helper, render: (pair) => pair.helperName },
          { key: "state", label: t.state, render: (pair) => <Chip tone={STATE_TONES[pair.live]}>{text.states[pair.live]}</Chip> },
          { key: "since", label: t.since, render: (pair) => formatDay(pair.sinceOn, language, today) },
          { key: "place", label: t.place, render: (pair) => pair.communityName ?? "—" },
        ]} />
    </>
  );
}
