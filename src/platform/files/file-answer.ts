import { csvText } from "./csv/csv-text.ts";
import { workbookBytes, type CellValue, type SheetToWrite } from "./write-workbook.ts";

/** A table to download: its heads, then its rows. */
export interface Table {
  readonly name: string;
  readonly columns: SheetToWrite["columns"];
  readonly rows: readonly (readonly CellValue[])[];
}

const head = (type: string, name: string) => ({ "content-type": type, "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`, "cache-control": "no-store" });

/** Tables as an Excel workbook, or as one CSV with each below its own heading. Nobody on the way keeps it. */
export async function sheetsAnswer(tables: readonly Table[], { name, csv = false }: { name: string; csv?: boolean }): Promise<Response> {
  if (!csv) return new Response(new Uint8Array(await workbookBytes([...tables])), { headers: head("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", `${name}.xlsx`) });
  const rows = tables.flatMap((table, at) => [...(at > 0 ? [[]] : []), ...(tables.length > 1 ? [[table.name]] : []), table.columns.map(({ header }) => header ?? ""), ...table.rows.map((row) => row.map(inText))]);
  return new Response(csvText(rows), { headers: head("text/csv; charset=utf-8", `${name}.csv`) });
}

export function pdfAnswer(pdf: Uint8Array, name: string): Response {
  return new Response(new Uint8Array(pdf), { headers: head("application/pdf", `${name}.pdf`) });
}

/** A signed text, byte for byte. */
export function textAnswer(text: string, name: string, type = "text/plain; charset=utf-8"): Response {
  return new Response(text, { headers: head(type, name) });
}

function inText(value: CellValue): string | number {
  if (value === null) return "";
  if (typeof value === "object") return value.day;
  return typeof value === "boolean" ? String(value) : value;
}
