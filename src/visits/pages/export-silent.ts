import type { LoaderFunctionArgs } from "react-router";
import { sheetsAnswer } from "#platform/files/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { visitsText } from "../messages/index.ts";
import { silentFilterOf } from "../model/silent-filter.ts";
import { silenceStep } from "../model/silence-rule.ts";
import { exportSilentPairs } from "../service/show-silent-pairs.ts";

/** The silent pairs of the list, on all its pages, as a workbook or as CSV. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const params = new URL(request.url).searchParams;
  const { silence: t, mine } = visitsText[webOf(context).lang];
  const heads = [t.resident, t.helper, t.met, t.agreed, t.quietFor, t.next];
  const rows = (await exportSilentPairs(session, silentFilterOf(params))).map((row) => [row.residentName, row.helperName, row.lastMetOn === null ? t.never : { day: row.lastMetOn }, mine.every(row.rhythmDays), row.quietDays, t.steps[silenceStep(row)]]);
  return sheetsAnswer([{ name: t.title, columns: heads.map((header) => ({ header })), rows }], { name: `${t.title}-${session.today}`, csv: params.get("as") === "csv" });
}
