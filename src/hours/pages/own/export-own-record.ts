import type { LoaderFunctionArgs } from "react-router";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { hoursText } from "../../messages/index.ts";
import { showRecord } from "../../service/record/show-record.ts";
import { sheetsAnswer } from "#platform/files/index.ts";
import { recordSheets } from "../../ui/record-sheets.ts";

/** One's own record as an Excel workbook, or with `?as=csv` as one table. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { lang } = webOf(context);
  const record = await showRecord(sessionOf(context), null, { exported: true });
  return sheetsAnswer(recordSheets(record, lang), { name: `${hoursText[lang].sheet.record}-${record.number}`, csv: new URL(request.url).searchParams.get("as") === "csv" });
}
