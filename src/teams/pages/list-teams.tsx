import { redirect, useLoaderData, type LoaderFunctionArgs } from "react-router";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { Stack } from "#platform/ui/layout/columns.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { FilterBar } from "#platform/ui/list/filter-bar.tsx";
import { Pager } from "#platform/ui/list/pager.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { teamsText } from "../messages/index.ts";
import { TEAM_STATES, type TeamState } from "../model/forms.ts";
import { listTeams, type TeamsPage } from "../service/list-teams.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const params = new URL(request.url).searchParams;
  const q = (params.get("q") ?? "").trim().slice(0, 60);
  const state = TEAM_STATES.find((one) => one === params.get("state")) ?? "open";
  const page = await listTeams(session, { q, state, after: params.get("after") });
  // A member of one team is where they want to be with one tap less.
  if (!page.staff && page.own.length === 1) throw redirect(`/teams/${page.own[0]!.teamId}`);
  return { q, state, page, today: session.today };
}

export default function ListTeams() {
  const { q, state, page, today } = useLoaderData<typeof loader>();
  const { list: t, title } = useText(teamsText);
  return (
    <>
      <title>{title}</title>
      <PageHeader title={title} lead={t.lead} actions={page.staff ? <ButtonLink to="/teams/new" tone="primary">{t.found}</ButtonLink> : undefined} />
      {page.staff ? <AllTeams q={q} state={state} page={page} today={today} /> : page.own.length === 0 ? <EmptyState title={t.nobody}>{t.nobodyHint}</EmptyState> : <Stack>{page.own.map(({ teamId, name }) => <ButtonLink key={teamId} to={`/teams/${teamId}`} big>{name}</ButtonLink>)}</Stack>}
    </>
  );
}

function AllTeams({ q, state, page, today }: { q: string; state: TeamState; page: TeamsPage; today: string }) {
  const { list: t, title } = useText(teamsText);
  const language = useLanguage();
  return (
    <>
      <FilterBar active={[...(q ? [{ name: "q", label: q }] : []), ...(state === "open" ? [] : [{ name: "state", label: t.states[state] }])]}>
        <TextField name="q" label={t.q} optional maxLength={60} defaultValue={q} />
        <Select name="state" label={t.state} empty={null} defaultValue={state} options={TEAM_STATES.map((value) => ({ value, label: t.states[value] }))} />
      </FilterBar>
      <Card flush>
        <DataList caption={title} rows={page.rows} rowKey={({ id }) => id} rowTo={({ id }) => `/teams/${id}`}
          empty={q || state !== "open" ? <EmptyState title={t.none}>{t.noneHint}</EmptyState> : <EmptyState title={t.empty} action={<ButtonLink to="/teams/new" tone="primary">{t.found}</ButtonLink>}>{t.emptyHint}</EmptyState>}
          columns={[
            { key: "name", label: t.name, render: ({ name, closedOn }) => (closedOn === null ? name : <>{name} <Chip tone="plain">{t.closed(formatDayOnly(closedOn, language, today))}</Chip></>) },
            { key: "area", label: t.area, render: ({ areaWords }) => areaWords },
            { key: "members", label: t.members, end: true, render: ({ members }) => members },
            { key: "elders", label: t.elders, end: true, render: ({ elders }) => elders },
            { key: "open", label: t.open, end: true, render: ({ open }) => open },
            { key: "worker", label: t.worker, render: ({ workerName }) => workerName },
            { key: "begun", label: t.begun, render: ({ begunOn }) => formatDayOnly(begunOn, language, today) },
          ]} />
      </Card>
      <Pager after={page.next} />
    </>
  );
}
