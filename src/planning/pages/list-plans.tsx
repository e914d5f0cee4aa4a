import { Flag } from "lucide-react";
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
import { planningText } from "../messages/index.ts";
import { listPlans, listSteps } from "../service/plans/list-plans.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const params = new URL(request.url).searchParams;
  const [view, after] = [params.get("view"), params.get("after")];
  if (view === "steps") return { view: "steps" as const, steps: await listSteps(session, { after }), plans: null, today: session.today };
  const chosen = view === "all" ? "all" as const : "reviews" as const;
  return { view: chosen, plans: await listPlans(session, chosen, { after }), steps: null, today: session.today };
}

export default function ListPlans() {
  const { view, plans, steps, today } = useLoaderData<typeof loader>();
  const t = useText(planningText);
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} actions={<PrintButton label={t.sign.print} />} />
      <Tabs label={t.list.tabs.label} tabs={(["reviews", "steps", "all"] as const).map((key) => ({ to: key === "reviews" ? "/plans" : `/plans?view=${key}`, label: t.list.tabs[key], current: key === view }))} />
      <Card flush>{steps ? <Steps rows={steps.rows} today={today} /> : <Plans rows={plans!.rows} today={today} all={view === "all"} />}</Card>
      <Pager after={(steps ?? plans)!.next} />
    </>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

function Due({ on, today }: { on: string; today: string }) {
  const { list: t } = useText(planningText);
  const language = useLanguage();
  return <span className="cluster">{formatDayOnly(on, language, today)}{on < today ? <Chip tone="late">{t.overdue}</Chip> : <Chip tone="due">{t.soon}</Chip>}</span>;
}

function Plans({ rows, today, all }: { rows: NonNullable<Loaded["plans"]>["rows"]; today: string; all: boolean }) {
  const { list: t } = useText(planningText);
  const language = useLanguage();
  const state = (row: (typeof rows)[number]) => (row.endedOn !== null ? t.ended : row.currentVersion === null ? t.drafting : t.running);
  return (
    <DataList caption={all ? t.tabs.all : t.tabs.reviews} rows={rows} rowKey={({ id }) => id} rowTo={({ id }) => `/plans/${id}`}
      empty={<EmptyState icon={<Flag className="icon" aria-hidden="true" />} title={all ? t.empty : t.emptyReviews} action={<ButtonLink to="/people">{t.toPeople}</ButtonLink>}>{t.emptyHint}</EmptyState>}
      columns={[
        { key: "name", label: t.name, render: (row) => row.name ?? t.hidden },
        { key: "version", label: t.version, render: (row) => (row.currentVersion === null ? "–" : t.versionOf(row.currentVersion)) },
        { key: "reviewOn", label: t.reviewOn, render: (row) => (row.reviewOn === null ? "–" : all ? formatDayOnly(row.reviewOn, language, today) : <Due on={row.reviewOn} today={today} />) },
        { key: "state", label: t.state, render: state },
      ]} />
  );
}

function Steps({ rows, today }: { rows: NonNullable<Loaded["steps"]>["rows"]; today: string }) {
  const { list: t, owners } = useText(planningText);
  return (
    <DataList caption={t.tabs.steps} rows={rows} rowKey={({ stepId }) => stepId} rowTo={({ planId, stepId }) => `/plans/${planId}#step-${stepId}`} empty={<EmptyState icon={<Flag className="icon" aria-hidden="true" />} title={t.emptySteps} />}
      columns={[
        { key: "name", label: t.name, render: (row) => row.name ?? t.hidden },
        { key: "step", label: t.step, render: (row) => (row.name === null ? "–" : row.words) },
        { key: "owner", label: t.owner, render: (row) => (row.name === null ? "–" : [owners[row.owner], row.ownerName].filter(Boolean).join(" · ")) },
        { key: "dueOn", label: t.dueOn, render: (row) => <Due on={row.dueOn} today={today} /> },
      ]} />
  );
}
