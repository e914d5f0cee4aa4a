import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, Chip, DataList, EmptyState, Facts, PageHeader } from "#platform/ui/index.ts";
import { sessionOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import { activitiesText } from "../../messages/index.ts";
import { repetitionOf } from "../../model/planning/recurrence.ts";
import { showSeries } from "../../service/calendar/show-series.ts";
import { EligibilityWords, FilledWords, PriorityWords, whenOf } from "../../ui/words.tsx";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const shown = await showSeries(session, readParam(params.seriesId, z.uuid()));
  return { ...shown, repetition: repetitionOf(shown.series.rule), today: session.today };
}

export default function ShowSeries() {
  const { series, occasions, communityNames, repetition, today } = useLoaderData<typeof loader>();
  const t = useText(activitiesText);
  const language = useLanguage();
  const rule = series.rule === "" ? t.series.once : repetition.repeats === "rule" ? series.rule : `${t.form.repeatsChoices[repetition.repeats]}${repetition.untilOn ? ` · ${t.form.untilOn} ${formatDay(repetition.untilOn, language, today)}` : ""}`;
  return (
    <>
      <title>{series.name}</title>
      <PageHeader title={series.name} crumbs={[{ label: t.title, to: "/activities" }]} lead={series.summary || t.series.by(series.createdByName)} />
      <Card>
        <Facts facts={[
          { label: t.series.rule, value: rule }, { label: t.form.openTo, value: t.openTos[series.openTo] }, { label: t.form.admission, value: t.form.admissions[series.admission] },
          { label: t.series.eligibility, value: <EligibilityWords eligibility={series.rules.eligibility} communityNames={communityNames} /> },
          { label: t.series.priority, value: <PriorityWords priority={series.rules.priority} /> },
        ]} />
      </Card>
      <Card title={t.series.sessions} flush>
        <DataList caption={t.series.sessions} rows={occasions} rowKey={({ id }) => id} rowTo={({ id }) => `/activities/${id}`} empty={<EmptyState title={t.list.empty} level={3} />}
          columns={[
            { key: "when", label: t.list.when, render: (row) => <>{whenOf(row, language, today)} {row.cancelled ? <Chip tone="late">{t.list.cancelled}</Chip> : null}</> },
            { key: "where", label: t.list.where, render: (row) => row.place },
            { key: "people", label: t.list.people, render: (row) => <FilledWords occasion={row} /> },
            { key: "came", label: t.list.came, end: true, render: (row) => row.filled.participant.came + row.filled.companion.came },
          ]} />
      </Card>
    </>
  );
}
