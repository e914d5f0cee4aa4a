import { neutraliseCell } from "../neutralise-cell.ts";

/** Rows as CSV (RFC 4180) with a byte order mark, by which Excel knows UTF-8; text can run no formula. */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number) => {
    const text = typeof value === "number" ? String(value) : neutraliseCell(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}
