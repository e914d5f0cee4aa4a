import type { LoaderFunctionArgs } from "react-router";
import { sheetsAnswer } from "#platform/files/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { insightsText } from "../../messages/index.ts";
import { readResultFilter } from "../../model/results/filter.ts";
import { CATEGORIES } from "../../model/results/units.ts";
import { exportResults } from "../../service/results/show-results.ts";

/** The tables of results as a workbook, or all in one CSV: no identities, small cells hidden. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams;
  const { results: t } = insightsText[webOf(context).lang];
  const { tables, programmes, span } = await exportResults(sessionOf(context), readResultFilter(params));
  const names = new Map(programmes.map(({ id, name }) => [id, name]));
  const told = tables.filter(({ rows }) => rows.length > 1).map(({ measure, rows }) => ({
    name: t.measures[measure], heads: [t.programme, t.population, ...CATEGORIES[measure].map((category) => t.categories[category]), t.total],
    rows: rows.map(({ line, cells }) => [line ? (line.programmeId && names.get(line.programmeId)) || t.noProgramme : t.total, line ? t.populations[line.population] ?? line.population : "", ...cells.map((cell) => cell ?? "·")]),
  }));
  const sheets = told.length > 0 ? told : [{ name: t.sheet, heads: [t.empty], rows: [] }];
  return sheetsAnswer(sheets.map(({ name, heads, rows }) => ({ name, columns: heads.map((header) => ({ header })), rows })), { name: `${t.sheet}-${span.from}-${span.to}`, csv: params.get("as") === "csv" });
}
