import { Download } from "lucide-react";
import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { formatCount } from "#platform/i18n/numbers.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Tabs } from "#platform/ui/layout/tabs.tsx";
import { FilterBar, type ActiveFilter } from "#platform/ui/list/filter-bar.tsx";
import { BarLine } from "#platform/ui/picture/bar-line.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { Figure } from "#platform/ui/show/figure.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { StatRow } from "#platform/ui/show/stat.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { caseworkText } from "../messages/index.ts";
import { SMALLEST_SHOWN } from "../model/hide-small-cells.ts";
import { POPULATIONS } from "../model/population.ts";
import { chartNeeds } from "../service/chart-needs.ts";
import { needQuery } from "../ui/need-address.ts";
import { needName } from "../ui/need-name.ts";
import { needFilterOf } from "../ui/need-query.ts";
import { NeedTable } from "../ui/need-table.tsx";
import styles from "../ui/needs.css?url";

/** Bars shown before the table. */
const MOST_BARS = 8;

export const links = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const filter = needFilterOf(request, webOf(context).lang);
  return { ...(await chartNeeds(sessionOf(context), filter)), filter, populations: POPULATIONS };
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ShowNeeds() {
  const data = useLoaderData<typeof loader>();
  const { chart, filter, names, pack, populations } = data;
  const t = useText(caseworkText);
  const language = useLanguage();
  const download = (audience: "inside" | "outside") => (
    <a className="button" href={`/needs/export?${needQuery(filter, { audience })}`}><Download className="icon" aria-hidden="true" />{t.exports[audience]}</a>);
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} actions={chart.lines.length > 0 ? <>{download("inside")}{download("outside")}</> : undefined} />
      <Tabs label={t.tabs} tabs={[
        { to: `/needs?${needQuery(filter, { population: "" })}`, label: t.everybody, current: !filter.population },
        ...populations.map((population) => ({ to: `/needs?${needQuery(filter, { population })}`, label: t.populations[population], current: filter.population === population })),
      ]} />
      <Filters data={data} />
      {chart.lines.length === 0 ? <EmptyState title={t.empty}>{t.emptyHint}</EmptyState> : (
        <>
          <Totals data={data} />
          <Card title={t.topics}><TopNeeds data={data} /></Card>
          <Card title={t.table}>
            <div className="stack">
              <p className="soft measure">{t.tableHint}</p>
              <NeedTable chart={chart} names={names} filter={filter} />
              <Notice>{t.smallCells(SMALLEST_SHOWN)}</Notice>
            </div>
          </Card>
        </>
      )}
      <p className="small soft">{t.packNote(pack.version, pack.source[language])}</p>
    </>
  );
}

function Totals({ data: { chart: { total }, filter } }: { data: Loaded }) {
  const t = useText(caseworkText);
  const to = (changes: Partial<Record<string, string>>) => `/needs/rows?${needQuery(filter, changes)}`;
  return (
    <StatRow label={t.stats.label} stats={[
      { label: t.stats.persons, value: <Figure value={total.persons} unit="persons" to={to({})} /> },
      { label: t.stats.needs, value: <Figure value={total.needs} to={to({})} />, unit: t.items },
      { label: t.stats.urgent, value: <Figure value={total.urgent} to={to({ priority: "urgent", standing: "open" })} />, unit: t.items },
      { label: t.stats.met, value: <Figure value={total.met} to={to({ standing: "met" })} />, unit: t.items },
    ]} />
  );
}

function TopNeeds({ data: { chart } }: { data: Loaded }) {
  const t = useText(caseworkText);
  const language = useLanguage();
  const top = chart.lines.toSorted((a, b) => b.persons - a.persons).slice(0, MOST_BARS);
  const most = Math.max(1, ...top.map(({ persons }) => persons));
  return (
    <div className="stack tight needs-bars">
      <p className="soft measure">{t.topicsHint}</p>
      {top.map(({ code, persons }) => <BarLine key={code} label={needName(code, language)} share={persons / most} text={formatCount(persons, "persons", language)} />)}
    </div>
  );
}

function Filters({ data: { filter, communities, names } }: { data: Loaded }) {
  const t = useText(caseworkText);
  const nameOf = (id: string) => communities.find((one) => one.id === id)?.name ?? names[id] ?? id;
  const active: ActiveFilter[] = [
    ...(filter.communityId ? [{ name: "community", label: nameOf(filter.communityId) }] : []),
    ...(filter.noCommunity ? [{ name: "community", label: t.noCommunity }] : []),
    ...(filter.standing === "all" ? [] : [{ name: "standing", label: t.standings[filter.standing] }]),
    ...(filter.heardFrom ? [{ name: "heardFrom", label: `${t.filters.heardFrom} ${filter.heardFrom}` }] : []),
    ...(filter.heardTo ? [{ name: "heardTo", label: `${t.filters.heardTo} ${filter.heardTo}` }] : []),
  ];
  return (
    <FilterBar active={active} keep={["population"]}>
      <Select name="community" label={t.filters.community} empty={t.filters.anyCommunity} defaultValue={filter.noCommunity ? "none" : filter.communityId}
        options={[...communities.map(({ id, name }) => ({ value: id, label: name })), { value: "none", label: t.noCommunity }]} />
      <Select name="standing" label={t.filters.standing} empty={null} defaultValue={filter.standing} options={(["all", "open", "met"] as const).map((value) => ({ value, label: t.standings[value] }))} />
      <DayField name="heardFrom" label={t.filters.heardFrom} defaultValue={filter.heardFrom} />
      <DayField name="heardTo" label={t.filters.heardTo} defaultValue={filter.heardTo} />
    </FilterBar>
  );
}
