import type { LoaderFunctionArgs } from "react-router";
import { dayIn } from "#kernel/calendar.ts";
import { csvText, workbookBytes } from "#platform/files/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { referralText } from "../messages/index.ts";
import { readFilter } from "../model/filter.ts";
import { exportReferrals } from "../service/list-referrals.ts";

/** The list as a workbook or as CSV, without names of persons. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const params = new URL(request.url).searchParams;
  const { list: t, states, topics } = referralText[webOf(context).lang];
  const heads = [t.other, t.topic, t.state, t.due, t.worker, t.sent];
  const rows = (await exportReferrals(session, readFilter(params))).map((row) => [row.otherName, topics[row.topic], states[row.state], row.dueOn ?? "", row.workerName ?? "", dayIn(new Date(row.sentAt), "Asia/Shanghai")]);
  const csv = params.get("as") === "csv";
  const body = csv ? csvText([heads, ...rows]) : new Uint8Array(await workbookBytes([{ name: t.sheet, columns: heads.map((header) => ({ header })), rows }]));
  return new Response(body, { headers: {
    "content-type": csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "cache-control": "no-store",
    "content-disposition": `attachment; filename="referrals-${session.today}.${csv ? "csv" : "xlsx"}"`,
  } });
}
