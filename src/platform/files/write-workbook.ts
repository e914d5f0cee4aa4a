import exceljs from "exceljs";
import type { Writable } from "node:stream";
import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { neutraliseCell } from "./neutralise-cell.ts";

/** `day` is `YYYY-MM-DD`, written as a real date cell. */
export type CellValue = string | number | boolean | null | { readonly day: string };

/** A sheet to write: its header (none when no column has one), then rows as they come. */
export interface SheetToWrite {
  readonly name: string;
  readonly columns: readonly { readonly header?: string; readonly widthCharacters?: number }[];
  readonly rows: Iterable<readonly CellValue[]> | AsyncIterable<readonly CellValue[]>;
}

const ROWS_BETWEEN_BREATHS = 200;
/** Excel forbids these in a sheet's name, and more than 31 characters. */
const FORBIDDEN_IN_NAME = /[[\]:*?/\\]/g;

/**
 * Writes an .xlsx to a stream in bounded memory. Text cells are text-formatted,
 * so an ID number edited in Excel keeps its 18 digits, and can run no formula.
 */
export async function writeWorkbook(sheets: readonly SheetToWrite[], to: Writable): Promise<void> {
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream: to, useStyles: true, useSharedStrings: false });
  for (const { name, columns, rows } of sheets) {
    const hasHeader = columns.some(({ header }) => header !== undefined);
    const sheet = workbook.addWorksheet(name.replace(FORBIDDEN_IN_NAME, " ").slice(0, 31), hasHeader ? { views: [{ state: "frozen", ySplit: 1 }] } : {});
    sheet.columns = columns.map(({ widthCharacters }) => ({ width: widthCharacters ?? 16, style: { numFmt: "@" } }));
    if (hasHeader) writeHeader(sheet, columns.map(({ header }) => header ?? ""));
    let count = 0;
    for await (const row of rows) {
      writeRow(sheet, row);
      if (++count % ROWS_BETWEEN_BREATHS === 0) await drained(to);
    }
    sheet.commit();
  }
  await workbook.commit();
}

function writeHeader(sheet: exceljs.Worksheet, headers: readonly string[]): void {
  const row = sheet.addRow(headers.map(neutraliseCell));
  row.font = { bold: true };
  row.commit();
}

function writeRow(sheet: exceljs.Worksheet, values: readonly CellValue[]): void {
  const row = sheet.addRow(values.map(plainValue));
  values.forEach((value, column) => {
    if (typeof value === "object" && value !== null) row.getCell(column + 1).numFmt = "yyyy-mm-dd";
  });
  row.commit();
}

function plainValue(value: CellValue): string | number | boolean | Date | null {
  if (typeof value === "string") return neutraliseCell(value);
  return typeof value === "object" && value !== null ? new Date(`${value.day}T00:00:00Z`) : value;
}

/** The whole workbook in memory, for small sheets such as the rows sent back. */
export async function workbookBytes(sheets: readonly SheetToWrite[]): Promise<Buffer> {
  const through = new PassThrough();
  const [bytes] = await Promise.all([buffer(through), writeWorkbook(sheets, through)]);
  return bytes;
}

/** Lets the zip and the reader of the stream catch up. */
async function drained(to: Writable): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  while (to.writableNeedDrain && !to.destroyed) await new Promise((resolve) => to.once("drain", resolve));
}
