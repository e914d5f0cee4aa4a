import type { LoaderFunctionArgs } from "react-router";
import { dayIn } from "#kernel/calendar.ts";
import { sheetsAnswer } from "#platform/files/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { safeguardingText } from "../messages/index.ts";
import { readFilter } from "../model/filter.ts";
import { exportIncidents } from "../service/export-incidents.ts";

/** The list as a workbook without names or words. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { list: t, kinds, severities, states, told } = safeguardingText[webOf(context).lang];
  const rows = await exportIncidents(session, readFilter(new URL(request.url).searchParams));
  return sheetsAnswer([{
    name: t.title, columns: [t.learnt, t.kind, t.severity, t.state, t.next].map((header) => ({ header })),
    rows: rows.map(({ learntAt, kind, stands, open }) => [{ day: dayIn(new Date(learntAt), "Asia/Shanghai") }, kinds[kind], severities[stands.severity], states[stands.state], open.map(({ rule }) => told[rule.to]).join("、")]),
  }], { name: `${t.title}-${session.today}` });
}
