import type { LoaderFunctionArgs } from "react-router";
import { dayIn } from "#kernel/calendar.ts";
import { sheetsAnswer } from "#platform/files/index.ts";
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
  return sheetsAnswer([{ name: t.sheet, columns: heads.map((header) => ({ header })), rows }], { name: `${t.sheet}-${session.today}`, csv: params.get("as") === "csv" });
}
