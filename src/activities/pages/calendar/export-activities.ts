import type { LoaderFunctionArgs } from "react-router";
import { sheetsAnswer } from "#platform/files/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { activitiesText } from "../../messages/index.ts";
import { timeOf } from "../../model/times.ts";
import { listSessions } from "../../service/calendar/list-sessions.ts";
import { occasionsWanted, readFilter } from "./filter.ts";

/** A year of several activities a day. */
const MOST = 5000;

/** The calendar as a table: numbers only, nobody's name. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const params = new URL(request.url).searchParams;
  const { list: t, kinds } = activitiesText[webOf(context).lang];
  const { rows } = await listSessions(session, occasionsWanted(readFilter(params), session.today), { limit: MOST });
  const lines = rows.map(({ onDay, fromMinute, untilMinute, name, kind, place, cancelled, filled: { participant, companion, volunteer } }) => [
    { day: onDay }, timeOf(fromMinute), timeOf(untilMinute), name, kinds[kind], place, cancelled ? t.cancelled : t.held, participant.places, participant.booked, participant.waiting, participant.came + companion.came, volunteer.came,
  ]);
  return sheetsAnswer([{ name: t.file, columns: Object.values(t.headers).map((header) => ({ header })), rows: lines }], { name: `${t.file}-${session.today}`, csv: params.get("as") === "csv" });
}
