import type { LoaderFunctionArgs } from "react-router";
import { csvText } from "#platform/files/index.ts";
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
  const { list: t, kinds } = activitiesText[webOf(context).lang];
  const { rows } = await listSessions(session, occasionsWanted(readFilter(new URL(request.url).searchParams), session.today), { limit: MOST });
  const lines = rows.map(({ onDay, fromMinute, untilMinute, name, kind, place, cancelled, filled: { participant, companion, volunteer } }) => [
    onDay, timeOf(fromMinute), timeOf(untilMinute), name, kinds[kind], place, cancelled ? t.cancelled : t.held, participant.places, participant.booked, participant.waiting, participant.came + companion.came, volunteer.came,
  ]);
  return new Response(csvText([Object.values(t.headers), ...lines]), { headers: {
    "content-type": "text/csv; charset=utf-8", "cache-control": "no-store", "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(`${t.file}-${session.today}.csv`)}`,
  } });
}
