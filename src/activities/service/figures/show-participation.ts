import { addDays } from "#kernel/calendar.ts";
import { personCards } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { type Figures, figuresOf, rising, SMALLEST_GROUP } from "../../model/figures.ts";
import { READ } from "../../model/policy.ts";
import { bookedAndCame, cameBetween } from "../../store/attendance.ts";
import { noteRead } from "../ground.ts";

/** The span looked at, and how often somebody must have been expected before "never comes" says something. */
const SPAN_DAYS = 90;
const EXPECTED_TIMES = 2;
const WEEKS = 26;
const MOST = 100;

export interface Participation {
  /** Half a year, week by week; null where one or two persons came and the reader may not read files. */
  readonly weeks: readonly { readonly from: string; readonly figures: Figures | null }[];
  readonly neverCame: readonly { readonly personId: string; readonly name: string; readonly booked: number; readonly lastOn: string }[];
  readonly rising: readonly { readonly personId: string; readonly name: string; readonly before: number; readonly lately: number }[];
  readonly opens: boolean;
}

/** Taking part over time: how many came week by week, who never comes though expected, who comes more and more. Names only for those who may read files, and audited. */
export async function showParticipation(session: Session): Promise<Participation> {
  const { actor: { orgId, capabilities }, today } = session;
  requireCapability(session.actor, READ);
  const opens = capabilities.has("people.read");
  const firstWeek = addDays(today, -7 * WEEKS + 1);
  const shown = await session.read(async (tx) => {
    const lines = await cameBetween(tx, orgId, firstWeek, today);
    const weeks = Array.from({ length: WEEKS }, (_, index) => addDays(firstWeek, 7 * index)).map((from) => {
      const figures = figuresOf(lines.filter(({ happenedOn }) => happenedOn >= from && happenedOn < addDays(from, 7)));
      return { from, figures: opens || figures.personTimes === 0 || figures.persons >= SMALLEST_GROUP ? figures : null };
    });
    if (!opens) return { weeks, neverCame: [], rising: [], opens };
    const missing = (await bookedAndCame(tx, orgId, addDays(today, -SPAN_DAYS), addDays(today, -1), EXPECTED_TIMES)).filter(({ came }) => came === 0).sort((a, b) => b.booked - a.booked || (a.personId < b.personId ? -1 : 1)).slice(0, MOST);
    const more = rising(lines.filter(({ happenedOn, role }) => happenedOn > addDays(today, -2 * SPAN_DAYS) && role !== "companion"), addDays(today, -SPAN_DAYS)).slice(0, MOST);
    const cards = await personCards(tx, orgId, [...missing, ...more].map(({ personId }) => personId));
    const nameOf = (personId: string) => cards.get(personId)?.preferredName ?? cards.get(personId)?.name ?? "";
    return {
      weeks, opens, neverCame: missing.map(({ personId, booked, lastOn }) => ({ personId, name: nameOf(personId), booked, lastOn })),
      rising: more.map((row) => ({ ...row, name: nameOf(row.personId) })),
    };
  });
  if (opens) await noteRead(session, "activity.participation_read", "activities", "participation");
  return shown;
}
