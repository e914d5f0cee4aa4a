import type { LoaderFunctionArgs } from "react-router";
import { sheetsAnswer } from "#platform/files/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { caseworkText } from "../../messages/index.ts";
import { caseFilterOf } from "../../model/cases/case-filter.ts";
import { exportCases } from "../../service/cases/list-cases.ts";

/** The list of cases as a workbook or as CSV: what the list shows, no words of the files. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams;
  const session = sessionOf(context);
  const { cases: t, populations } = caseworkText[webOf(context).lang];
  const l = t.list;
  const heads = [l.reference, l.name, l.population, l.stage, l.state, l.worker, l.teamColumn, l.programme, l.community, l.origin, l.opened, l.review, l.closedOn, l.reason];
  const rows = (await exportCases(session, caseFilterOf(params))).map((row) => [
    row.reference, row.name, populations[row.population], t.stages[row.stage], t.standings[row.standing], row.workerName, row.teamName ?? "", row.programmeName ?? "", row.communityName ?? "", t.origins[row.originKind],
    row.openedOn, row.reviewOn ?? "", row.closedOn ?? "", row.closingReason ? t.closingReasons[row.closingReason] : "",
  ]);
  return sheetsAnswer([{ name: l.sheet, columns: heads.map((header) => ({ header })), rows }], { name: `${l.sheet}-${session.today}`, csv: params.get("as") === "csv" });
}
