import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { ageOn } from "#kernel/calendar.ts";
import { formatDayOnly, formatNearDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Tabs } from "#platform/ui/layout/tabs.tsx";
import { Pager } from "#platform/ui/list/pager.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { Task, TaskList } from "#platform/ui/show/task-list.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { outreachText } from "../../messages/index.ts";
import { listDuePeople } from "../../service/rounds/list-due-people.ts";

const View = z.enum(["mine", "ahead", "all", "nobodys"]).catch("mine");
const AHEAD_DAYS = 7;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const query = new URL(request.url).searchParams;
  const mayManage = session.actor.capabilities.has("outreach.manage");
  const asked = View.parse(query.get("view"));
  const view = mayManage ? asked : asked === "ahead" ? "ahead" : "mine";
  const found = await listDuePeople(session, { whose: view === "ahead" ? "mine" : view, aheadDays: view === "ahead" ? AHEAD_DAYS : 0, after: query.get("after") });
  return { ...found, view, mayManage, today: session.today };
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["rows"][number];

export default function Worklist() {
  const { rows, next, due, overdue, view, mayManage, today } = useLoaderData<typeof loader>();
  const { worklist: t } = useText(outreachText);
  const views = mayManage ? (["mine", "ahead", "all", "nobodys"] as const) : (["mine", "ahead"] as const);
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead(due, overdue)} actions={<ButtonLink to="/outreach/rounds">{t.rounds}</ButtonLink>} />
      <Tabs label={t.tabsLabel} tabs={views.map((each) => ({ to: each === "mine" ? "/outreach" : `/outreach?view=${each}`, label: t.tabs[each], current: each === view }))} />
      <Card title={t.tabs[view]}>
        {rows.length === 0 ? <EmptyState level={3} title={t.empty}>{t.emptyHint}</EmptyState> : (
          <TaskList>{rows.map((row) => <Line key={row.roundId + row.personId} row={row} today={today} showWorker={view === "all"} />)}</TaskList>
        )}
      </Card>
      <Pager after={next} />
    </>
  );
}

function Line({ row, today, showWorker }: { row: Row; today: string; showWorker: boolean }) {
  const { worklist: t, age, outcomes, segments, withheld } = useText(outreachText);
  const name = row.name ?? withheld;
  const language = useLanguage();
  const late = row.overdueDays > 0;
  const chip = <Chip tone={late ? "late" : row.nextDueOn === today ? "due" : "plain"}>{late ? t.overdue(row.overdueDays) : formatNearDay(row.nextDueOn, language, today)}</Chip>;
  const tried = row.lastOutcome && row.lastOn ? t.tried(row.attemptCount, outcomes[row.lastOutcome], formatDayOnly(row.lastOn, language, today)) : t.never;
  const where = [row.communityName ?? segments.noCommunity, row.laneName].filter(Boolean).join(" · ");
  const title = row.birthOn ? `${name} · ${age(ageOn(row.birthOn, today))}` : name;
  return (
    <Task name={name} title={title} chip={chip} action={<ButtonLink tone={late ? "primary" : "plain"} to={`/outreach/rounds/${row.roundId}/people/${row.personId}`}>{t.open}</ButtonLink>}>
      {[where, tried, row.roundName, showWorker && row.workerName ? t.worker(row.workerName) : null].filter(Boolean).join(" · ")}
    </Task>
  );
}
