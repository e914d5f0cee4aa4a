import type { LoaderFunctionArgs } from "react-router";
import { sheetsAnswer } from "#platform/files/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { employmentText } from "../messages/index.ts";
import { KEPT_MONTHS } from "../model/kept.ts";
import { exportJobs } from "../service/list-jobs.ts";
import { JobFilterQuery } from "../ui/job-filter.ts";

/** The list of jobs as a workbook or as CSV, without names. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const params = new URL(request.url).searchParams;
  const { list: t, states, results, monthOf } = employmentText[webOf(context).lang];
  const heads = [t.where, t.job, t.state, t.begun, ...KEPT_MONTHS.map((month) => monthOf(month))];
  const rows = (await exportJobs(session, JobFilterQuery.parse(Object.fromEntries([...params].filter(([, value]) => value !== ""))))).map(({ placeName, title, endedOn, pausedOn, begunOn, kept }) => [
    placeName, title, endedOn ? states.ended : pausedOn ? states.paused : states.working, begunOn, ...KEPT_MONTHS.map((month) => results[kept[month]]),
  ]);
  return sheetsAnswer([{ name: t.sheet, columns: heads.map((header) => ({ header })), rows }], { name: `${t.sheet}-${session.today}`, csv: params.get("as") === "csv" });
}
