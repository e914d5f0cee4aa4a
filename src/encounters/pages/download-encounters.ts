import type { LoaderFunctionArgs } from "react-router";
import { sheetsAnswer } from "#platform/files/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { encountersText } from "../messages/index.ts";
import { readFilter } from "../model/filter.ts";
import { exportEncounters } from "../service/export-encounters.ts";
import { topicsOn } from "../service/topics-on.ts";

/** The list as an Excel workbook for the organisation's own use; no cell that a spreadsheet would run. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { lang } = webOf(context);
  const { fields, modes, list } = encountersText[lang];
  const topics = new Map(topicsOn(session.today).map((one) => [one.topic, one[lang]]));
  const rows = await exportEncounters(session, readFilter(new URL(request.url).searchParams));
  const heads = [fields.happenedOn, fields.people, fields.colleagues, fields.mode, fields.minutes, fields.communityId, fields.placeWords, fields.topics, fields.seen, fields.nextWords, fields.nextOn, fields.by];
  return sheetsAnswer([{
    name: list.title, columns: heads.map((header) => ({ header: header ?? "" })),
    rows: rows.map((row) => [
      { day: row.happenedOn }, row.people.map(({ name }) => name ?? list.hidden).join("、"), row.colleagues.map(({ name }) => name).join("、"), modes[row.mode], row.minutes, row.communityName, row.placeWords,
      row.topics.map((code) => topics.get(code) ?? code).join("、"), row.seen, row.nextWords, row.nextOn ? { day: row.nextOn } : null, row.byName,
    ]),
  }], { name: `${list.title}-${session.today}` });
}
