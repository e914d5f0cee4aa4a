import { maskNumber } from "../../model/import/mask-number.ts";
import { headerLineOf } from "../../model/import/mapping-fingerprint.ts";
import type { SheetSource } from "../../model/preview.ts";
import { planSheet, type SheetPlan } from "../../model/read-sheet.ts";
import { createHash } from "node:crypto";

const SAMPLES = 2;
const LOOKED_AT = 60;
const LONGEST = 20;

/** The sheet a mapping is about: the first that holds people, else the widest. */
export async function mainSheet(sheets: readonly SheetSource[]): Promise<{ sheet: SheetSource; plan: SheetPlan } | null> {
  let widest: { sheet: SheetSource; plan: SheetPlan } | null = null;
  for (const sheet of sheets) {
    if (sheet.hidden) continue;
    const plan = await planSheet(sheet);
    if (plan.read) return { sheet, plan };
    if (!widest || plan.columns.length > widest.plan.columns.length) widest = { sheet, plan };
  }
  return widest;
}

/** What makes a later file count as one of the same kind: its headers, or a first row of words where none was known as a header; null where that row is about somebody. */
export async function fingerprintOf(sheet: SheetSource, plan: SheetPlan): Promise<string | null> {
  const line = headerLineOf(plan.columns) || await firstWords(sheet);
  return line === "" ? null : createHash("sha256").update(line).digest("hex");
}

async function firstWords(sheet: SheetSource): Promise<string> {
  for await (const { cells } of sheet.rows()) {
    const line = headerLineOf(cells.map(({ text }) => ({ header: [text] })));
    return /\d{4}/.test(line) ? "" : line;
  }
  return "";
}

/** By column, the first different values below the header, long numbers masked. */
export async function sampleColumns(sheet: SheetSource, { layout, columns }: SheetPlan): Promise<string[][]> {
  const samples: string[][] = columns.map(() => []);
  let looked = 0;
  for await (const { rowNumber, cells } of sheet.rows()) {
    if (rowNumber < layout.firstDataRow) continue;
    for (const [column, found] of samples.entries()) {
      const text = maskNumber((cells[column]?.text ?? "").trim().slice(0, LONGEST));
      if (text !== "" && found.length < SAMPLES && !found.includes(text)) found.push(text);
    }
    if (++looked >= LOOKED_AT) break;
  }
  return samples;
}
