import { csvText, workbookBytes, type SheetToWrite } from "#platform/files/index.ts";

type Rows = { readonly name: string; readonly columns: SheetToWrite["columns"]; readonly rows: readonly (readonly (string | number)[])[] };

const head = (type: string, name: string) => ({ "content-type": type, "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`, "cache-control": "no-store" });

/** Sheets as an Excel workbook, or as one CSV with each sheet below its own heading. */
export async function sheetsAnswer(sheets: readonly Rows[], { name, csv }: { name: string; csv: boolean }): Promise<Response> {
  if (!csv) return new Response(new Uint8Array(await workbookBytes([...sheets])), { headers: head("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", `${name}.xlsx`) });
  const rows = sheets.flatMap((sheet, at) => [...(at > 0 ? [[]] : []), ...(sheets.length > 1 ? [[sheet.name]] : []), sheet.columns.map(({ header }) => header ?? ""), ...sheet.rows]);
  return new Response(csvText(rows), { headers: head("text/csv; charset=utf-8", `${name}.csv`) });
}

export function pdfAnswer(pdf: Uint8Array, name: string): Response {
  return new Response(new Uint8Array(pdf), { headers: head("application/pdf", `${name}.pdf`) });
}

/** A signed text, byte for byte. */
export function textAnswer(text: string, name: string, type = "text/plain; charset=utf-8"): Response {
  return new Response(text, { headers: head(type, name) });
}
