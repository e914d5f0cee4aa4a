import { FolderOpen } from "lucide-react";
import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, Chip, DataList, EmptyState, Figure, FilterBar, PageHeader, Pager, SearchBox, Select, StatRow, Tabs, type ActiveFilter } from "#platform/ui/index.ts";
import { sessionOf } from "#platform/web/context.ts";
import { caseworkText } from "../../messages/index.ts";
import { CASE_STAGES } from "../../model/cases/case.ts";
import { caseFilterOf, caseQuery, type CaseFilter } from "../../model/cases/case-filter.ts";
import { caseChoices, type CaseChoices } from "../../service/cases/case-choices.ts";
import { listCases, type NamedCase } from "../../service/cases/list-cases.ts";
import styles from "../../ui/cases/cases.css?url";
import { STANDING_TONES, waitingWords } from "../../ui/cases/case-words.ts";

export const links = () => [{ rel: "stylesheet", href: styles }];
const SHOWS = ["open", "overdue", "waiting", "paused", "closed"] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const params = new URL(request.url).searchParams;
  const supervises = session.actor.capabilities.has("cases.supervise");
  const asked = caseFilterOf(params);
  const filter: CaseFilter = asked.whose === "all" && !supervises ? { ...asked, whose: "mine" } : asked;
  return { page: await listCases(session, filter, { after: params.get("after") }), filter, choices: await caseChoices(session), today: session.today, supervises };
}

export default function ListCases() {
  const { page, filter, choices, today, supervises } = useLoaderData<typeof loader>();
  const { cases: t } = useText(caseworkText);
  const to = (changes: Parameters<typeof caseQuery>[1]) => `/cases?${caseQuery(filter, changes)}`;
  const { counts } = page;
  const actions = (
    <>
      {supervises ? <ButtonLink to="/cases/rules">{t.list.rules}</ButtonLink> : null}
      <ButtonLink to="/cases/new" tone="primary">{t.list.open_case}</ButtonLink>
    </>
  );
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} actions={actions} />
      <Tabs label={t.list.tabs} tabs={(supervises ? ["mine", "team", "all"] as const : ["mine", "team"] as const).map((whose) => ({ to: `/cases?${caseQuery({}, { whose })}`, label: t.list[whose], current: filter.whose === whose }))} />
      <StatRow plain label={t.list.counts} stats={(["open", "overdue", "waiting", "paused"] as const).map((show) => ({ label: t.list[show], value: <Figure value={counts[show]} to={to({ show })} /> }))} />
      <SearchBox label={t.list.search} placeholder={t.list.search} {...(filter.q && { defaultValue: filter.q })} />
      <Filters filter={filter} choices={choices} />
      <Card flush><Cases rows={page.rows} filter={filter} today={today} /></Card>
      <Pager after={page.next}>{page.rows.length > 0 ? <Downloads filter={filter} /> : null}</Pager>
    </>
  );
}

function Downloads({ filter }: { filter: CaseFilter }) {
  const { list: t } = useText(caseworkText).cases;
  const query = caseQuery(filter);
  return <span className="cluster"><a href={`/cases/export?${query}`}>{t.export}</a> <a href={`/cases/export?${query}${query ? "&" : ""}as=csv`}>{t.csv}</a></span>;
}

function Filters({ filter, choices: { workers, teams, programmes, communities } }: { filter: CaseFilter; choices: CaseChoices }) {
  const { cases: t } = useText(caseworkText);
  const l = t.list;
  const choice = (rows: readonly { id: string; name: string }[]) => rows.map(({ id, name }) => ({ value: id, label: name }));
  const named = (rows: readonly { id: string; name: string }[], id: string | undefined) => rows.find((row) => row.id === id)?.name ?? "";
  const active: ActiveFilter[] = [
    ...(filter.show === "open" ? [] : [{ name: "show", label: l[filter.show] }]), ...(filter.stage ? [{ name: "stage", label: t.stages[filter.stage] }] : []),
    ...(filter.workerId ? [{ name: "workerId", label: named(workers, filter.workerId) }] : []), ...(filter.teamId ? [{ name: "teamId", label: named(teams, filter.teamId) }] : []),
    ...(filter.communityId ? [{ name: "communityId", label: named(communities, filter.communityId) }] : []), ...(filter.programmeId ? [{ name: "programmeId", label: named(programmes, filter.programmeId) }] : []),
    ...(filter.q ? [{ name: "q", label: filter.q }] : []),
  ];
  return (
    <FilterBar active={active} keep={["whose", "q", "sort"]}>
      <Select name="show" label={l.show} empty={null} defaultValue={filter.show} options={SHOWS.map((value) => ({ value, label: l[value] }))} />
      <Select name="stage" label={l.stage} empty={l.any} defaultValue={filter.stage} options={CASE_STAGES.map((value) => ({ value, label: t.stages[value] }))} />
      {filter.whose === "mine" ? null : <Select name="workerId" label={l.worker} empty={l.any} defaultValue={filter.workerId} options={choice(workers)} />}
      <Select name="communityId" label={l.community} empty={l.any} defaultValue={filter.communityId} options={choice(communities)} />
      {programmes.length > 0 ? <Select name="programmeId" label={l.programme} empty={l.any} defaultValue={filter.programmeId} options={choice(programmes)} /> : null}
      {teams.length > 0 ? <Select name="teamId" label={l.teamColumn} empty={l.any} defaultValue={filter.teamId} options={choice(teams)} /> : null}
    </FilterBar>
  );
}

function Cases({ rows, filter, today }: { rows: readonly NamedCase[]; filter: CaseFilter; today: string }) {
  const { cases: t, noCommunity } = useText(caseworkText);
  const language = useLanguage();
  const l = t.list;
  const day = (on: string | null) => (on === null ? "—" : <span className="case-whole">{formatDayOnly(on, language, today)}</span>);
  return (
    <DataList caption={t.title} rows={rows} rowKey={({ caseId }) => caseId} rowTo={({ caseId }) => `/cases/${caseId}`}
      empty={<EmptyState icon={<FolderOpen className="icon" aria-hidden="true" />} title={l.empty}>{l.emptyHint}</EmptyState>} columns={[
        { key: "name", label: l.name, render: (row) => row.name },
        { key: "reference", label: l.reference, render: (row) => <span className="case-whole">{row.reference}</span> },
        { key: "stage", label: l.stage, render: (row) => <span className="case-whole">{t.stages[row.stage]}</span> },
        { key: "state", label: l.state, render: (row) => <State row={row} today={today} /> },
        { key: "worker", label: l.worker, render: (row) => [row.workerName, row.teamName].filter(Boolean).join(" · ") },
        { key: "community", label: l.community, render: (row) => <>{row.communityName ?? noCommunity}{row.programmeName ? <span className="small soft"> {row.programmeName}</span> : null}</> },
        filter.show === "closed" ? { key: "closed", label: l.closedOn, render: (row) => day(row.closedOn) } : { key: "review", label: l.review, sortable: true, render: (row) => day(row.reviewOn) },
        { key: "opened", label: l.opened, sortable: true, render: (row) => day(row.openedOn) },
      ]} />
  );
}

function State({ row, today }: { row: NamedCase; today: string }) {
  const { cases: t } = useText(caseworkText);
  const language = useLanguage();
  const waits = waitingWords(row, t);
  if (waits) return <Chip tone="due">{waits}</Chip>;
  if (row.standing === "closed") return <Chip>{t.closingReasons[row.closingReason!]}</Chip>;
  if (row.reviewOn !== null && row.reviewOn < today) return <Chip tone="late">{t.list.overdueChip(formatDayOnly(row.reviewOn, language, today))}</Chip>;
  return <Chip tone={STANDING_TONES[row.standing]}>{t.standings[row.standing]}</Chip>;
}
