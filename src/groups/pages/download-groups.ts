import type { LoaderFunctionArgs } from "react-router";
import { sheetsAnswer } from "#platform/files/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { groupsText } from "../messages/index.ts";
import { readFilter } from "../model/forms.ts";
import { exportGroups } from "../service/export-groups.ts";

/** The list of groups as a workbook or as CSV: names of groups and of those who lead them, nobody else's. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const params = new URL(request.url).searchParams;
  const { list: t, title, kinds, stages } = groupsText[webOf(context).lang];
  const heads = [t.name, t.kind, t.stage, t.members, t.sessions, t.worker, t.begun];
  const rows = (await exportGroups(session, readFilter(params))).map(({ name, kind, stage, closed, members, mostMembers, logged, sessionsPlanned, workerName, begunOn }) => [
    name, kinds[kind], stages[closed ? "closed" : stage] ?? "", t.people(members, mostMembers), t.held(logged, sessionsPlanned), workerName, { day: begunOn },
  ]);
  return sheetsAnswer([{ name: title, columns: heads.map((header) => ({ header })), rows }], { name: `${title}-${session.today}`, csv: params.get("as") === "csv" });
}
