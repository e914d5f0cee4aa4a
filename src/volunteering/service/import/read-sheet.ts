import { Refusal } from "#kernel/refusal.ts";
import { openFile } from "#platform/files/index.ts";
import { findHeader, proposeColumns, type SheetColumns, type SheetLine } from "../../model/sign-up/sheet-columns.ts";

/** More rows than a programme ever has sign-ups; a longer file is something else. */
const MOST_ROWS = 5_000;
const LINES_TO_FIND_HEADER = 20;

/** A sheet with its header found and its columns proposed. */
export interface ReadSheet {
  readonly sheet: string;
  readonly headerRow: number | null;
  readonly header: SheetLine | null;
  readonly lines: readonly SheetLine[];
  readonly columns: SheetColumns;
}

/** Reads the first sheet that looks like a list of sign-ups, whatever its layout. */
export async function readSheet(bytes: Buffer, name: string): Promise<ReadSheet> {
  const file = await openFile({ bytes, name });
  try {
    const read: ReadSheet[] = [];
    for (const sheet of file.sheets.filter(({ hidden }) => !hidden)) {
      const lines = await linesOf(sheet.rows());
      if (lines.length > 0) read.push(withColumns(sheet.name, lines));
      if (read.at(-1)?.headerRow != null) return read.at(-1)!;
    }
    const first = read[0];
    if (!first) throw new Refusal("invalid_input", "volunteering.sheet_empty");
    return first;
  } finally {
    file.close();
  }
}

async function linesOf(rows: AsyncGenerator<SheetLine>): Promise<SheetLine[]> {
  const lines: SheetLine[] = [];
  for await (const row of rows) {
    if (lines.length > MOST_ROWS) throw new Refusal("too_large", "volunteering.sheet_too_long", { params: { most: MOST_ROWS } });
    lines.push({ rowNumber: row.rowNumber, cells: row.cells.map(({ kind, text }) => ({ kind, text })) });
  }
  return lines;
}

function withColumns(sheet: string, lines: readonly SheetLine[]): ReadSheet {
  const at = findHeader(lines);
  const header = at === undefined ? null : lines[at]!;
  const rest = at === undefined ? lines : lines.slice(at + 1);
  const { columns } = proposeColumns(header ?? { rowNumber: 0, cells: [] }, rest.slice(0, LINES_TO_FIND_HEADER));
  return { sheet, headerRow: header?.rowNumber ?? null, header, lines: rest, columns };
}
