import type { LoaderFunctionArgs } from "react-router";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readValues } from "#platform/web/form.ts";
import { hoursText } from "../messages/index.ts";
import { entryState } from "../model/entry.ts";
import { exportHours, HoursFilter } from "../service/entries/list-hours.ts";
import { sheetsAnswer } from "#platform/files/index.ts";
import { hoursSheet } from "../ui/record-sheets.ts";

/** The list as it is filtered, as an Excel workbook. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { lang } = webOf(context);
  const filter = readValues(HoursFilter, Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== "")), lang);
  const t = hoursText[lang];
  const rows = await exportHours(sessionOf(context), filter);
  return sheetsAnswer(hoursSheet(rows, (row) => t.states[entryState(row)], lang), { name: t.sheet.hours, csv: false });
}
