import type { LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { csvText, workbookBytes } from "#platform/files/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import { matchingReviewText } from "../messages/index.ts";
import { exportRound } from "../service/rounds/export-round.ts";
import { sheetsOfRound } from "../ui/round-sheets.ts";

/** The proposals as an Excel workbook, or with `?as=csv` as one table: the pairs, then below their own heading those left out. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { lang } = webOf(context);
  const { round, sheets } = sheetsOfRound(await exportRound(sessionOf(context), readParam(params.roundId, z.uuid())), lang);
  const csv = new URL(request.url).searchParams.get("as") === "csv";
  const body = csv ? csvText(sheets.flatMap(({ name, columns, rows }, at) => [...(at > 0 ? [[], [name]] : []), columns.map(({ header }) => header), ...rows])) : new Uint8Array(await workbookBytes(sheets));
  return new Response(body, { headers: {
    "content-type": csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "cache-control": "no-store",
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(`${matchingReviewText[lang].exportSheet.file}-${round.number}.${csv ? "csv" : "xlsx"}`)}`,
  } });
}
