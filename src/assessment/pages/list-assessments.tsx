import { ClipboardCheck } from "lucide-react";
import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { PrintButton } from "#platform/ui/layout/print-button.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Tabs } from "#platform/ui/layout/tabs.tsx";
import { DataList, type Column } from "#platform/ui/list/data-list.tsx";
import { FilterBar } from "#platform/ui/list/filter-bar.tsx";
import { Pager } from "#platform/ui/list/pager.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { assessmentText } from "../messages/index.ts";
import { offeredOn } from "../model/catalogue.ts";
import { listAssessments, type AssessmentLine } from "../service/list-assessments.ts";
import { instrumentName, resultWords } from "../ui/result-words.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const params = new URL(request.url).searchParams;
  const view = params.get("view") === "recent" ? "recent" as const : "due" as const;
  const instrumentId = params.get("instrument") || undefined;
  const page = await listAssessments(session, { view, instrumentId, after: params.get("after") });
  return { page, view, instrumentId, instruments: offeredOn(session.today).map(({ id, name }) => ({ id, name })), today: session.today };
}

export default function ListAssessments() {
  const { page, view, instrumentId, instruments, today } = useLoaderData<typeof loader>();
  const t = useText(assessmentText);
  const language = useLanguage();
  const day = (on: string) => formatDayOnly(on, language, today);
  const name: Column<AssessmentLine> = { key: "name", label: t.list.name, render: (row) => row.name ?? t.list.withheld };
  const others: Column<AssessmentLine>[] = [
    { key: "instrument", label: t.list.instrument, render: (row) => instrumentName(row.instrumentId, row.instrumentVersion, language) },
    { key: "community", label: t.list.community, render: (row) => row.communityName ?? "" },
    { key: "result", label: t.list.result, render: (row) => resultWords(row, language) },
    ...(view === "due" ? [{ key: "dueOn", label: t.list.dueOn, render: (row: AssessmentLine) => <span className="cluster">{day(row.nextDueOn!)}<Chip tone={row.nextDueOn! < today ? "late" : "due"}>{row.nextDueOn! < today ? t.list.overdue : t.list.soon}</Chip></span> }]
      : [{ key: "assessedOn", label: t.list.assessedOn, render: (row: AssessmentLine) => day(row.assessedOn) }]),
  ];
  const chosen = instruments.find(({ id }) => id === instrumentId);
  const empty = <EmptyState icon={<ClipboardCheck className="icon" aria-hidden="true" />} title={view === "due" ? t.list.emptyDue : t.list.emptyRecent} action={<ButtonLink to="/people">{t.list.toPeople}</ButtonLink>}>{view === "due" ? t.list.emptyDueHint : t.list.emptyRecentHint}</EmptyState>;
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} actions={<><ButtonLink to="/instruments">{t.instruments}</ButtonLink><PrintButton label={t.result.print} /></>} />
      <Tabs label={t.tabs.label} tabs={[{ to: "/assessments", label: t.tabs.due, current: view === "due" }, { to: "/assessments?view=recent", label: t.tabs.recent, current: view === "recent" }]} />
      <FilterBar keep={["view"]} active={chosen ? [{ name: "instrument", label: chosen.name[language] }] : []}>
        <Select name="instrument" label={t.list.instrument} empty={t.list.anyInstrument} defaultValue={instrumentId} options={instruments.map((one) => ({ value: one.id, label: one.name[language] }))} optional />
      </FilterBar>
      <Card flush>
        <DataList caption={view === "due" ? t.tabs.due : t.tabs.recent} rows={page.rows} rowKey={({ id }) => id} rowTo={(row) => (view === "due" ? `/assessments/of/${row.personId}` : `/assessments/records/${row.id}`)} empty={empty} columns={[name, ...others]} />
      </Card>
      <Pager after={page.next} />
    </>
  );
}
