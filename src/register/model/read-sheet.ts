import { FieldCells } from "./cells-of-row.ts";
import type { Field, Mapping } from "./fields.ts";
import { classifyRow, headerLine, type RowKind, type RowSorter } from "./layout/classify-row.ts";
import { detectLayout, layoutAt, type Layout } from "./layout/detect-layout.ts";
import { mappingOf, proposeMapping, type ProposedColumn } from "./mapping/propose-mapping.ts";
import type { SheetSource } from "./preview.ts";
import { readRow, type ReadingContext } from "./read-row.ts";
import type { RegisterRow } from "./register-row.ts";
import type { Row } from "./table.ts";

/** Rows looked at for the proposal. */
const SAMPLE_ROWS = 400;

/** How one sheet is going to be read. */
export interface SheetPlan {
  readonly name: string;
  readonly layout: Layout;
  readonly columns: readonly ProposedColumn[];
  readonly read: boolean;
  readonly headerLines: ReadonlySet<string>;
}

/** Proposes how to read a sheet, from its first rows. A mapping the person has made takes the place of the proposal. */
export async function planSheet(sheet: SheetSource, mapping?: Mapping): Promise<SheetPlan> {
  const first: Row[] = [];
  for await (const row of sheet.rows()) if (first.push(row) >= SAMPLE_ROWS) break;
  const layout = mapping?.headerRow === undefined ? detectLayout(first) : layoutAt(first, mapping.headerRow);
  const below = first.filter(({ rowNumber }) => rowNumber >= layout.firstDataRow);
  const proposed = proposeMapping(layout.headers, onlyPeople(below, layout));
  const columns = mapping ? overridden(proposed, mapping, layout) : proposed;
  const headerLines = new Set(first.filter(({ rowNumber }) => layout.headerRows.includes(rowNumber)).map(headerLine));
  return { name: sheet.name, layout, columns, read: below.length > 0 && holdsPeople(columns), headerLines };
}

/** Every row below the header with what it is; the rows about people are read. */
export async function* readSheet(sheet: SheetSource, plan: SheetPlan, context: ReadingContext): AsyncGenerator<{ kind: RowKind; row: RegisterRow | null }> {
  const cells = new FieldCells(mappingOf(plan.columns), plan.layout.headers);
  const sorter = sorterOf(cells.columns, plan);
  for await (const raw of sheet.rows()) {
    if (raw.rowNumber < plan.layout.firstDataRow) continue;
    const kind = classifyRow(raw, sorter);
    if (kind !== "data") {
      yield { kind, row: null };
      continue;
    }
    cells.take(raw);
    yield { kind, row: readRow(cells, context) };
  }
}

function sorterOf(columns: ReadonlyMap<Field, readonly number[]>, { columns: proposed, headerLines }: SheetPlan): RowSorter {
  return { columns, headerLines, mappedColumns: proposed.filter(({ field }) => field !== null && field !== "serial").length };
}

/** Rows for the proposal: without sums and notes, which are mostly blank. */
function onlyPeople(rows: readonly Row[], layout: Layout): Row[] {
  const width = layout.headers.length || Math.max(0, ...rows.map(({ cells }) => cells.length));
  const full = rows.filter(({ cells }) => cells.filter(({ text }) => text !== "").length >= Math.min(3, width));
  return full.length > 0 ? full : [...rows];
}

function overridden(proposed: readonly ProposedColumn[], mapping: Mapping, layout: Layout): ProposedColumn[] {
  const chosen = new Map(mapping.columns.map((column) => [column.column, column]));
  return proposed.map((column) => {
    const own = chosen.get(column.column);
    return { column: column.column, header: layout.headers[column.column] ?? [], field: null, confidence: 1, reason: "chosen", ...own };
  });
}

function holdsPeople(columns: readonly ProposedColumn[]): boolean {
  const fields = new Set(columns.map(({ field }) => field));
  const others = columns.filter(({ field }) => field !== null && field !== "serial").length;
  return (fields.has("name") || fields.has("residentId") || fields.has("certificateNumber")) && others >= 2;
}
