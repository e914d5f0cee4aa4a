import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { formatNumber, formatShare } from "#platform/i18n/numbers.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { Columns } from "#platform/ui/layout/columns.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { PrintButton } from "#platform/ui/layout/print-button.tsx";
import { FilterBar } from "#platform/ui/list/filter-bar.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { Link } from "react-router";
import { pathwaysText } from "../messages/index.ts";
import { readFilter, rowsAddress } from "../model/filter.ts";
import { STEPS } from "../model/steps.ts";
import { showLadder, type Ladder } from "../service/show-ladder.ts";
import { ClimbPicture } from "../ui/climb-picture.tsx";
import { FigureTable } from "../ui/figure-table.tsx";
import { StepTimes } from "../ui/step-times.tsx";
import styles from "../ui/pathways.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { asOf, population } = readFilter(new URL(request.url).searchParams);
  return { ladder: await showLadder(session, { asOf, population }), asOf, population, today: session.today, mayAsk: session.actor.capabilities.has("pathways.work") };
}

export default function ShowLadder() {
  const { ladder, asOf, population, today, mayAsk } = useLoaderData<typeof loader>();
  const { title, print, download, ladder: t, populations } = useText(pathwaysText);
  const language = useLanguage();
  const nobody = ladder.heights.at(-1)!.at(-1) === 0;
  return (
    <>
      <title>{title}</title>
      <PageHeader title={title} lead={t.lead} actions={<><ButtonLink to="/pathways/path">{t.path}</ButtonLink>{mayAsk ? <ButtonLink to="/pathways/asks" tone="primary">{t.asks}</ButtonLink> : null}<PrintButton label={print} /></>} />
      {ladder.opens ? (
        <FilterBar active={[...(asOf ? [{ name: "asOf", label: formatDayOnly(asOf, language, today) }] : []), ...(population ? [{ name: "population", label: populations[population] ?? population }] : [])]}>
          <DayField name="asOf" label={t.asOf} max={today} defaultValue={asOf} optional />
          <Select name="population" label={t.timesOf} empty={t.all} optional options={ladder.populations.map((value) => ({ value, label: populations[value]! }))} defaultValue={population} />
        </FilterBar>
      ) : <p className="soft">{t.monthEnd(formatDayOnly(ladder.asOf, language, today))}</p>}
      {nobody ? <EmptyState title={t.empty}>{t.emptyHint}</EmptyState> : (
        <>
          <Card title={t.flow}><ClimbPicture ladder={ladder} asOf={asOf} /></Card>
          <Card title={t.heights}><Heights ladder={ladder} asOf={asOf} /></Card>
          <section className="stack" aria-labelledby="times">
            <h2 id="times">{t.times}{population ? ` · ${populations[population] ?? ""}` : ""}</h2>
            <p className="soft measure">{t.timesLead}</p>
            <Columns even>{ladder.times.map((time) => <StepTimes key={time.step} time={time} />)}</Columns>
            <p className="soft small">{t.method}</p>
            <p className="no-print small"><a href="/pathways/export" download>{download}</a></p>
          </section>
        </>
      )}
    </>
  );
}

/** Persons by population and furthest step, and what share of each has helped; with who came to help from the first day. */
function Heights({ ladder, asOf }: { ladder: Ladder; asOf: string | undefined }) {
  const { ladder: t, steps, populations } = useText(pathwaysText);
  const language = useLanguage();
  const address = (filter: Parameters<typeof rowsAddress>[0]) => (ladder.opens ? rowsAddress({ asOf, ...filter }) : undefined);
  const keys = [...ladder.populations, null];
  const rows = ladder.heights.map((cells, row) => ({ population: keys[row] ?? null, cells })).filter(({ cells }) => cells.at(-1) !== 0);
  return (
    <div className="stack tight">
      <FigureTable caption={t.heights} head={[t.population, ...STEPS.map((step) => steps[step]), t.total, t.share]}
        rows={rows.map(({ population, cells }) => ({
          key: population ?? "total", name: population === null ? t.total : populations[population]!,
          cells: [...STEPS.map((at, index) => ({ value: cells[index]!, to: address({ at, ...(population && { population }) }) })), { value: cells[5]!, to: address({ ...(population && { population }) }) }, { value: 0, words: shareOf(cells, language) }],
        }))} />
      {ladder.opens ? null : <p className="soft small">{t.hidden(ladder.smallest)}</p>}
      {ladder.cameToHelp === 0 ? null : (
        <p className="soft small">
          {ladder.cameToHelp === null ? t.cameHidden : t.cameToHelp(formatNumber(ladder.cameToHelp, language))}
          {ladder.opens ? <> <Link to={rowsAddress({ asOf, came: "helping" })}>{t.open}</Link></> : null}
        </p>
      )}
    </div>
  );
}

/** The share that has helped; a dot where any of its numbers is hidden. */
function shareOf(cells: readonly (number | null)[], language: "zh" | "en"): string {
  const [above, total] = [cells.slice(2, 5), cells[5]];
  return total === null || total === undefined || above.includes(null) ? "·" : formatShare(above.reduce<number>((sum, value) => sum + value!, 0) / total, language);
}


