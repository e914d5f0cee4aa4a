import exceljs from "exceljs";
import type { Writable } from "node:stream";
import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { neutraliseCell } from "./neutralise-cell.ts";

export type CellValue = string | number | boolean | null;

/** A sheet to write: header lines, then rows as they come. */
export interface SheetToWrite {
  readonly name: string;
  readonly columns: readonly { readonly header: string; readonly widthCharacters?: number }[];
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
    const sheet = workbook.addWorksheet(name.replace(FORBIDDEN_IN_NAME, " ").slice(0, 31), { views: [{ state: "frozen", ySplit: 1 }] });
    sheet.columns = columns.map(({ widthCharacters }) => ({ width: widthCharacters ?? 16, style: { numFmt: "@" } }));
    const head = sheet.addRow(columns.map(({ header }) => neutraliseCell(header)));
    head.font = { bold: true };
    head.commit();
    let count = 0;
    for await (const row of rows) {
      sheet.addRow(row.map((value) => (typeof value === "string" ? neutraliseCell(value) : value))).commit();
      if (++count % ROWS_BETWEEN_BREATHS === 0) await drained(to);
    }
    sheet.commit();
  }
  await workbook.commit();
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
