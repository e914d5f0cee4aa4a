import { readFile } from "node:fs/promises";
import { workbookBytes, openFile, type CellValue, type FileSource } from "#platform/files/index.ts";
import { previewRegister } from "../model/preview-register.ts";
import type { PreviewOptions, RegisterPreview } from "../model/preview.ts";
import type { RegisterTruth } from "../testing.ts";

const FOLDER = new URL("../fixtures/", import.meta.url);

/** Path of a fixture. */
export function fixturePath(name: string): string {
  return new URL(name, FOLDER).pathname;
}

export async function fixtureTruth(): Promise<RegisterTruth> {
  return JSON.parse(await readFile(fixturePath("register-truth.json"), "utf8")) as RegisterTruth;
}

/** The fixture register as texts: header lines, then rows, to be written again in other shapes. */
export async function fixtureTable(): Promise<string[][]> {
  const file = await openFile({ path: fixturePath("qingyun-register.xlsx") });
  try {
    const table: string[][] = [];
    for await (const { cells } of file.sheets[0]!.rows()) table.push(Array.from({ length: 19 }, (_, column) => cells[column]?.text ?? ""));
    return table;
  } finally {
    file.close();
  }
}

export function csvText(table: readonly (readonly string[])[], delimiter = ","): string {
  return table.map((row) => row.map((text) => (/["\n\r]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text)).join(delimiter)).join("\r\n");
}

export function textFile(text: string | Uint8Array, name = "register.csv"): FileSource {
  return { bytes: typeof text === "string" ? Buffer.from(text, "utf8") : text, name };
}

export async function workbookFile(sheets: Readonly<Record<string, readonly (readonly CellValue[])[]>>): Promise<FileSource> {
  const width = (rows: readonly (readonly CellValue[])[]) => Math.max(1, ...rows.map(({ length }) => length));
  return { bytes: await workbookBytes(Object.entries(sheets).map(([name, rows]) => ({ name, columns: Array.from({ length: width(rows) }, () => ({})), rows }))), name: "register.xlsx" };
}

export async function previewOf(source: FileSource, options: Partial<PreviewOptions> = {}): Promise<RegisterPreview> {
  const file = await openFile(source);
  try {
    return await previewRegister(file.sheets, file.encoding, { today: "2026-11-22", ...options });
  } finally {
    file.close();
  }
}

/** The figures of a preview that the truth names. */
export function figuresOf(preview: RegisterPreview, truth: RegisterTruth): Partial<RegisterTruth> {
  return Object.fromEntries(Object.keys(truth).map((key) => [key, preview[key as keyof RegisterTruth]]));
}
