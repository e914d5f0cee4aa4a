import type { Cell, Row } from "../table.ts";
import { code, tidy } from "../normalise/text.ts";
import { readDate } from "../normalise/date.ts";

/** The filled cells' texts, tidied. A merged title that a program wrote into every cell counts once for each. */
export function cellTextsOf(row: Row): string[] {
  return row.cells.map(({ text }) => tidy(text)).filter((text) => text !== "");
}

/** True for what stands in data and not in headers: long numbers, dates, plain numbers. */
export function isDataLike(cell: Cell): boolean {
  if (cell.kind === "blank") return false;
  if (cell.kind !== "text") return true;
  const text = tidy(cell.text);
  if (/\d{5}/.test(code(text)) || /^\d+(\.\d+)?$/.test(text)) return true;
  return /\d/.test(text) && readDate(text) !== null;
}
