import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, Chip, DataList, EmptyState, Figure, PageHeader, Stack } from "#platform/ui/index.ts";
import { PrintButton } from "#platform/ui/layout/print-button.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { employmentText } from "../messages/index.ts";
import { KEPT_MONTHS, KEPT_RESULTS, KEPT_RULE, type KeptMonth } from "../model/kept.ts";
import { countKept, type KeptFigures } from "../service/count-kept.ts";

const Opened = z.object({ month: z.coerce.number().refine((month): month is KeptMonth => (KEPT_MONTHS as readonly number[]).includes(month)), result: z.enum(KEPT_RESULTS), programme: z.string().max(60) });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const asked = Opened.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  const opened = asked.success ? asked.data as { month: KeptMonth } & typeof asked.data : null;
  return { ...await countKept(session, opened), opened, today: session.today };
}

export default function KeptFiguresPage() {
  const { figures, rows, opened, today } = useLoaderData<typeof loader>();
  const { figures: t, list, job, monthOf, results } = useText(employmentText);
  const language = useLanguage();
  const cell = (one: KeptFigures, month: KeptMonth) => (
    <span className="cluster">{KEPT_RESULTS.filter((result) => one.months[month][result] > 0).map((result) => (
      <span key={result}>{results[result]} <Figure value={one.months[month][result]} to={`/employment/kept?programme=${one.programme}&month=${month}&result=${result}`} /></span>
    ))}</span>
  );
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} crumbs={[{ label: list.title, to: "/employment" }]} actions={<PrintButton label={list.print} />} />
      <Stack>
        <Card flush>
          <DataList caption={t.title} rows={figures} rowKey={({ programme }) => programme} empty={<EmptyState title={t.empty}>{t.emptyHint}</EmptyState>}
            columns={[{ key: "programme", label: t.programme, render: ({ name }) => name || t.none }, { key: "spells", label: t.spells, end: true, render: ({ spells }) => spells }, ...KEPT_MONTHS.map((month) => ({ key: String(month), label: monthOf(month), render: (one: KeptFigures) => cell(one, month) }))]} />
        </Card>
        {opened ? (
          <Card flush title={t.rowsOf(monthOf(opened.month), results[opened.result])}>
            <DataList caption={t.rowsOf(monthOf(opened.month), results[opened.result])} rows={rows} rowKey={({ jobId }) => jobId} rowTo={({ jobId }) => `/employment/jobs/${jobId}`} empty={<EmptyState title={list.none}>{list.noneHint}</EmptyState>}
              columns={[{ key: "who", label: list.who, render: ({ name }) => name }, { key: "where", label: list.where, render: ({ placeName }) => placeName }, { key: "job", label: list.job, render: ({ title }) => title }, { key: "begun", label: list.begun, render: ({ begunOn }) => formatDayOnly(begunOn, language, today) }]} />
          </Card>
        ) : null}
        <Card title={t.rule}><p className="measure">{job.keptLead} {KEPT_RULE.verified ? null : <Chip>{job.unverified}</Chip>}</p></Card>
      </Stack>
    </>
  );
}
