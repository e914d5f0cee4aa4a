import type { LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import { hoursText } from "../messages/index.ts";
import { showRecord } from "../service/record/show-record.ts";
import { sheetsAnswer } from "#platform/files/index.ts";
import { recordSheets } from "../ui/record-sheets.ts";

/** A volunteer's record as an Excel workbook of five sheets, or with `?as=csv` as one table. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { lang } = webOf(context);
  const record = await showRecord(sessionOf(context), readParam(params.personId, z.uuid()), { exported: true });
  return sheetsAnswer(recordSheets(record, lang), { name: `${hoursText[lang].sheet.record}-${record.number}`, csv: new URL(request.url).searchParams.get("as") === "csv" });
}
