import { Link, useLoaderData, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatNumber } from "#platform/i18n/numbers.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, Chip, DataList, EmptyState, FilterBar, PageHeader, Pager, Select } from "#platform/ui/index.ts";
import { PrintButton } from "#platform/ui/layout/print-button.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { insightsText } from "../../messages/index.ts";
import { CARER_SHOWS } from "../../model/carers.ts";
import { listCarers } from "../../service/carers/list-carers.ts";
import { StrainChip } from "../../ui/carers/strain-chip.tsx";

const Asked = z.object({ show: z.enum(CARER_SHOWS).optional().catch(undefined), after: z.string().optional() });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { show, after } = Asked.parse(Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== "")));
  return { show, page: await listCarers(sessionOf(context), show, { after: after ?? null }) };
}

export default function ListCarers() {
  const { show, page } = useLoaderData<typeof loader>();
  const { carers: t, results } = useText(insightsText);
  const language = useLanguage();
  const change = (points: (typeof page.rows)[number]["points"]) => (points.length < 2 ? "–" : results.change(String(points[0]!.total), String(points.at(-1)!.total)));
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} actions={<PrintButton label={t.print} />} />
      <FilterBar active={show ? [{ name: "show", label: t.shows[show] }] : []}>
        <Select name="show" label={t.show} empty={t.all} optional defaultValue={show} options={CARER_SHOWS.map((value) => ({ value, label: t.shows[value] }))} />
      </FilterBar>
      <Card flush>
        <DataList caption={t.title} rows={page.rows} rowKey={({ carerId }) => carerId} rowTo={({ carerId }) => `/carers/${carerId}`}
          empty={show ? <EmptyState title={t.none}>{t.noneHint}</EmptyState> : <EmptyState title={t.empty} action={<Link to="/people">{t.file}</Link>}>{t.emptyHint}</EmptyState>}
          columns={[
            { key: "name", label: t.name, render: ({ name }) => name },
            { key: "for", label: t.caresFor, render: ({ forNames }) => forNames.join(language === "zh" ? "、" : ", ") },
            { key: "strain", label: t.strain, render: ({ points, band }) => (band === null ? <Chip>{t.never}</Chip> : <StrainChip total={points.at(-1)!.total} band={band} />) },
            { key: "since", label: t.since, render: ({ points }) => change(points) },
            { key: "relief", label: t.relief, end: true, render: ({ relief }) => (relief.minutes === 0 ? "–" : t.hours(formatNumber(relief.minutes / 60, language, 1))) },
            { key: "talks", label: t.talks, end: true, render: ({ relief }) => relief.talks || "–" },
            { key: "groups", label: t.groups, end: true, render: ({ relief }) => relief.groups || "–" },
          ]} />
      </Card>
      <Pager after={page.next} />
    </>
  );
}
