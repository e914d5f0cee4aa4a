import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { addDays, isDay } from "#kernel/calendar.ts";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, Chip, DataList, DayField, EmptyState, FilterBar, PageHeader, Select } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readValues } from "#platform/web/form.ts";
import { matchingPagesText } from "../messages/index.ts";
import { listStandIns, type StandIn } from "../service/pairs/list-stand-ins.ts";

const Query = z.object({ programme: z.uuid().optional(), on: z.string().refine(isDay).optional() });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { programme, on } = readValues(Query, Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== "")), webOf(context).lang);
  return { ...(await listStandIns(session, { programmeId: programme, on })), today: session.today };
}

export default function ListStandIns() {
  const { on, programmes, programmeId, standIns, today } = useLoaderData<typeof loader>();
  const { standIns: t, rounds } = useText(matchingPagesText);
  const language = useLanguage();
  const when = (row: StandIn) => (row.ready ? t.ready : row.daysToActivate === null ? t.never : row.daysToActivate === 0 ? t.sameDay : t.inDays(row.daysToActivate));
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} eyebrow={formatDay(on, language, today)} lead={t.lead} crumbs={[{ label: rounds.pairs, to: "/pairs" }]} />
      <FilterBar keep={[]}>
        <Select name="programme" label={t.programme} empty={null} defaultValue={programmeId ?? undefined} options={programmes.map(({ id, name }) => ({ value: id, label: name }))} />
        <DayField name="on" label={t.on} defaultValue={on} min={addDays(today, 0)} />
      </FilterBar>
      <Card flush>
        <DataList caption={t.title} rows={standIns} rowKey={({ personId }) => personId} rowTo={({ volunteerId }) => `/volunteers/${volunteerId}`} empty={<EmptyState title={t.empty}>{t.emptyHint}</EmptyState>}
          columns={[
            { key: "name", label: t.name, render: (row) => row.name },
            { key: "when", label: t.when, render: (row) => <Chip tone={row.ready ? "ok" : row.daysToActivate === 0 ? "calm" : "due"}>{when(row)}</Chip> },
            { key: "free", label: t.free, render: (row) => row.free.join("、") || t.notFree },
            { key: "team", label: t.team, render: (row) => (row.reserve ? t.reserve : t.service) },
            { key: "trained", label: t.trained, render: (row) => (row.trainedDaysAgo === null ? "—" : t.daysAgo(row.trainedDaysAgo)) },
            { key: "place", label: t.place, render: (row) => row.communityName ?? "—" },
            { key: "phone", label: t.phone, render: (row) => (row.phone ? <a href={`tel:${row.phone}`}>{row.phone}</a> : "—") },
            { key: "load", label: t.load, end: true, render: (row) => `${row.pairs} / ${row.capacity}` },
          ]} />
      </Card>
    </>
  );
}
