import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Tabs } from "#platform/ui/layout/tabs.tsx";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { Pager } from "#platform/ui/list/pager.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { pathwaysText } from "../messages/index.ts";
import { isOpen } from "../model/invitation.ts";
import { STEPS, heightOf } from "../model/steps.ts";
import { listAsks, listReady } from "../service/list-asks.ts";

const SHOWN = ["ready", "open", "answered"] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const params = new URL(request.url).searchParams;
  const show = SHOWN.find((one) => one === params.get("show")) ?? "ready";
  return {
    show, today: session.today,
    ready: show === "ready" ? await listReady(session) : [],
    page: show === "ready" ? { rows: [], next: null } : await listAsks(session, show, { after: params.get("after") }),
  };
}

export default function ListAsks() {
  const { show, ready, page, today } = useLoaderData<typeof loader>();
  const { asks: t, title, steps, states } = useText(pathwaysText);
  const language = useLanguage();
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} crumbs={[{ label: title, to: "/pathways" }]} />
      <Tabs label={t.title} tabs={SHOWN.map((one) => ({ to: `/pathways/asks?show=${one}`, label: t[one], current: one === show }))} />
      <Card flush>
        {show === "ready" ? (
          <DataList caption={t.ready} rows={ready} rowKey={({ personId }) => personId} rowTo={({ personId }) => `/pathways/people/${personId}`}
            empty={<EmptyState title={t.noneReady}>{t.noneReadyHint}</EmptyState>}
            columns={[{ key: "name", label: t.name, render: ({ name }) => name }, { key: "next", label: t.next, render: ({ next }) => steps[next] }, { key: "times", label: t.readyHint, render: ({ next, times }) => t.times(times, steps[STEPS[heightOf(next) - 1]!]) }]} />
        ) : (
          <DataList caption={t[show]} rows={page.rows} rowKey={({ id }) => id} rowTo={({ personId }) => `/pathways/people/${personId}`}
            empty={<EmptyState title={show === "open" ? t.noneOpen : t.noneAnswered} />}
            columns={[
              { key: "name", label: t.name, render: ({ name }) => name },
              { key: "what", label: t.what, render: ({ step, what }) => `${steps[step]} · ${what}` },
              { key: "state", label: t.state, render: ({ state }) => <Chip tone={isOpen(state) ? "due" : state === "begun" ? "ok" : "plain"}>{states[state]}</Chip> },
              { key: "asked", label: t.asked, render: ({ askedOn }) => formatDayOnly(askedOn, language, today) },
              { key: "by", label: t.by, render: ({ byName }) => byName },
            ]} />
        )}
      </Card>
      <Pager after={page.next} />
    </>
  );
}
