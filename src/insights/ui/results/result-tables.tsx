import { Link } from "react-router";
import { formatNumber } from "#platform/i18n/numbers.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card } from "#platform/ui/index.ts";
import { insightsText } from "../../messages/index.ts";
import { programmeWord, rowsAddress, type ResultFilter } from "../../model/results/filter.ts";
import type { ResultRow, ResultTable } from "../../model/results/tables.ts";
import { CATEGORIES } from "../../model/results/units.ts";
import type { ShownResults } from "../../service/results/show-results.ts";

/** A table for each measure: lines of programme and population, each figure open to its rows. */
export function ResultTables({ shown, filter }: { shown: ShownResults; filter: ResultFilter }) {
  const { results: t } = useText(insightsText);
  return shown.tables.filter(({ rows }) => rows.length > 1).map((table) => (
    <Card key={table.measure} title={t.measures[table.measure]}>
      <div className="stack tight">
        <p className="soft small measure">{t.explain[table.measure]}</p>
        <OneTable table={table} shown={shown} filter={filter} />
      </div>
    </Card>
  ));
}

function OneTable({ table: { measure, rows }, shown: { span, opens, programmes }, filter }: { table: ResultTable; shown: ShownResults; filter: ResultFilter }) {
  const { results: t } = useText(insightsText);
  const language = useLanguage();
  const categories = CATEGORIES[measure];
  const sums = opens ? t.sums[measure] ?? [] : [];
  const head = [...categories.map((category) => t.categories[category]), t.total, ...sums];
  const address = ({ line }: ResultRow, index: number) => rowsAddress({
    ...span, measure, ...(categories[index] && { category: categories[index] }), ...(line ? { programme: programmeWord(line), population: line.population } : { programme: filter.programme, population: filter.population }),
  });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <div className="figure-scroll" tabIndex={0} role="group" aria-label={t.measures[measure]}>
      <table className="result-figures">
        <caption className="sr-only">{t.measures[measure]}</caption>
        <thead><tr><th scope="col">{t.line}</th>{head.map((word) => <th key={word} scope="col">{word}</th>)}</tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line ? `${row.line.programmeId} ${row.line.population}` : "total"} className={row.line ? undefined : "sum"}>
              <th scope="row">{row.line ? lineName(row.line, programmes, t) : t.total}</th>
              {row.cells.map((value, index) => <td key={head[index]}>{value === null ? "·" : value === 0 ? "–" : opens ? <Link to={address(row, index)}>{formatNumber(value, language)}</Link> : formatNumber(value, language)}</td>)}
              {sums.map((word, index) => <td key={word}>{extraOf(measure, row, index, language)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function extraOf(measure: string, { before, sum }: ResultRow, index: number, language: "zh" | "en"): string {
  const value = measure === "plans" && index === 0 ? before : sum;
  return value === null ? "–" : formatNumber(measure === "relief" ? value / 60 : value, language, 1);
}

/** A line in words. */
function lineName({ programmeId, population }: NonNullable<ResultRow["line"]>, programmes: ShownResults["programmes"], t: typeof insightsText.zh.results): string {
  return [programmeId ? programmes.find(({ id }) => id === programmeId)?.name ?? t.noProgramme : t.noProgramme, t.populations[population] ?? population].join(" · ");
}
