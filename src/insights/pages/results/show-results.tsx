import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { formatDay } from "#platform/i18n/days.ts";
import { formatNumber } from "#platform/i18n/numbers.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { BarLine, Card, Chip, DayRangeField, EmptyState, FilterBar, PageHeader, Select, Stack, Tiles } from "#platform/ui/index.ts";
import { PrintButton } from "#platform/ui/layout/print-button.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { insightsText } from "../../messages/index.ts";
import { programmeWord, readResultFilter, rowsAddress } from "../../model/results/filter.ts";
import { RELIEF_RULE } from "../../model/results/relief-rule.ts";
import { showResults, type ShownResults } from "../../service/results/show-results.ts";
import { ResultTables } from "../../ui/results/result-tables.tsx";
import styles from "../../ui/results/results.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const filter = readResultFilter(new URL(request.url).searchParams);
  return { shown: await showResults(session, filter), filter, today: session.today };
}

export default function ShowResults() {
  const { shown, filter, today } = useLoaderData<typeof loader>();
  const { results: t } = useText(insightsText);
  const language = useLanguage();
  const { span, opens, tables, smallest } = shown;
  const [from, to] = [formatDay(span.from, language, today), formatDay(span.to, language, today)];
  const query = new URLSearchParams(opens ? { from: span.from, to: span.to, ...(filter.programme && { programme: filter.programme }), ...(filter.population && { population: filter.population }) } : {});
  const nothing = tables.every(({ rows }) => rows.length === 1);
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={opens ? t.lead(from, to) : t.leadPublished(from, to)}
        actions={<><a className="button" href={`/results/export?${query}`}>{t.excel}</a><a className="button quiet" href={`/results/export?${query}&as=csv`}>{t.csv}</a><PrintButton label={t.print} /></>} />
      {opens ? <Filters shown={shown} filter={filter} today={today} /> : null}
      {nothing ? <Card><EmptyState title={t.empty}>{t.emptyHint}</EmptyState></Card> : (
        <Stack>
          <Pictures shown={shown} filter={filter} />
          <ResultTables shown={shown} filter={filter} />
          <p className="soft small measure">{opens ? t.hiddenExport : t.hidden(smallest)} {t.rule} {RELIEF_RULE.verified ? null : <Chip>{t.unverified}</Chip>}</p>
        </Stack>
      )}
    </>
  );
}

function Filters({ shown: { span, programmes }, filter, today }: { shown: ShownResults; filter: ReturnType<typeof readResultFilter>; today: string }) {
  const { results: t } = useText(insightsText);
  const language = useLanguage();
  const programmeName = filter.programme && (programmes.find(({ id }) => id === filter.programme)?.name ?? t.noProgramme);
  const active = [
    ...(filter.from ? [{ name: "from", label: formatDay(span.from, language, today) }] : []), ...(filter.to ? [{ name: "to", label: formatDay(span.to, language, today) }] : []),
    ...(programmeName ? [{ name: "programme", label: programmeName }] : []), ...(filter.population ? [{ name: "population", label: t.populations[filter.population] ?? filter.population }] : []),
  ];
  return (
    <FilterBar active={active}>
      <DayRangeField label={t.period} names={["from", "to"]} defaultValues={[span.from, span.to]} />
      <Select name="programme" label={t.programme} empty={t.all} optional defaultValue={filter.programme} options={[...programmes.map(({ id, name }) => ({ value: id, label: name })), { value: programmeWord({ programmeId: null }), label: t.noProgramme }]} />
      <Select name="population" label={t.population} empty={t.all} optional defaultValue={filter.population} options={Object.entries(t.populations).map(([value, label]) => ({ value, label }))} />
    </FilterBar>
  );
}

/** A picture for each population: what was reached of what can be said; the tables beneath say the same. */
function Pictures({ shown: { populations, span, opens }, filter }: { shown: ShownResults; filter: ReturnType<typeof readResultFilter> }) {
  const { results: t } = useText(insightsText);
  const language = useLanguage();
  const most = Math.max(1, ...populations.map(({ reliefMinutes }) => reliefMinutes ?? 0));
  if (populations.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="pictures">
      <h2 id="pictures">{t.pictures}</h2>
      <Tiles>
        {populations.map(({ population, shares, reliefMinutes }) => (
          <Card key={population} title={t.populations[population] ?? population}>
            <div className="stack tight">
              {shares.map(({ measure, reached, of, missing }) => (
                <div key={measure}>
                  <BarLine label={t.measures[measure]} share={of === 0 ? 0 : reached / of} text={opens && of > 0 ? <a href={rowsAddress({ ...span, measure, population, programme: filter.programme })}>{t.of(reached, of)}</a> : t.of(reached, of)} />
                  {missing > 0 ? <p className="soft small">{t.missing(missing)}</p> : null}
                </div>
              ))}
              {reliefMinutes ? <BarLine label={t.categories.respite} share={reliefMinutes / most} text={t.relieved(formatNumber(reliefMinutes / 60, language, 1))} /> : null}
            </div>
          </Card>
        ))}
      </Tiles>
    </section>
  );
}
