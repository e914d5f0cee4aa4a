import { Link, useLoaderData, type LoaderFunctionArgs } from "react-router";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { formatNumber } from "#platform/i18n/numbers.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, DataList, EmptyState, PageHeader, Pager } from "#platform/ui/index.ts";
import { PrintButton } from "#platform/ui/layout/print-button.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { insightsText } from "../../messages/index.ts";
import { readResultFilter } from "../../model/results/filter.ts";
import { listResultRows, type ResultLine } from "../../service/results/list-result-rows.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const params = new URL(request.url).searchParams;
  const filter = readResultFilter(params);
  return { filter, page: await listResultRows(session, filter, { after: params.get("after") }), today: session.today };
}

export default function ListResultRows() {
  const { filter, page, today } = useLoaderData<typeof loader>();
  const { results: t } = useText(insightsText);
  const language = useLanguage();
  const about = [filter.measure && t.measures[filter.measure], filter.category && t.categories[filter.category], filter.population && t.populations[filter.population], t.rowsCount(page.count)].filter(Boolean).join(" · ");
  return (
    <>
      <title>{t.rowsTitle}</title>
      <PageHeader title={t.rowsTitle} lead={about} crumbs={[{ label: t.title, to: "/results" }]} actions={<PrintButton label={t.print} />} />
      <Card flush>
        <DataList caption={t.rowsTitle} rows={page.rows} rowKey={({ key }) => key} empty={<EmptyState title={t.none}>{t.noneHint}</EmptyState>}
          columns={[
            { key: "who", label: t.who, render: ({ name, to }) => (name === null ? <span className="soft">{t.noOne}</span> : to ? <Link to={to}>{name}</Link> : name) },
            { key: "what", label: t.what, render: (row) => whatOf(row, t, language) },
            { key: "outcome", label: t.outcome, render: ({ category }) => t.categories[category] },
            { key: "value", label: t.value, end: true, render: (row) => valueOf(row, t, language) },
            { key: "line", label: t.line, render: ({ programme, population }) => `${programme ?? t.noProgramme} · ${t.populations[population] ?? population}` },
            { key: "when", label: t.when, render: ({ onDay }) => formatDayOnly(onDay, language, today) },
          ]} />
      </Card>
      <Pager after={page.next} />
    </>
  );
}

type Words = typeof insightsText.zh.results;

function whatOf({ measure, subject }: ResultLine, t: Words, language: "zh" | "en"): string {
  if (typeof subject !== "string") return subject[language];
  return measure === "jobs" ? t.months(subject) : subject || t.measures[measure];
}

function valueOf({ measure, value, before }: ResultLine, t: Words, language: "zh" | "en"): string {
  if (value === null) return "–";
  if (measure === "relief") return t.minutes(value);
  const digits = measure === "plans" ? 1 : 0;
  const now = formatNumber(value, language, digits);
  return before === null ? now : t.change(formatNumber(before, language, digits), now);
}
