import type { Begun, DayPlan, Orders, PlannedTour } from "./day.ts";

/** The team that changed, from when, and whether what it had set out for is still done: who has fallen ill or has not left goes nowhere they have not begun. */
export interface Changed { readonly teamId: string; readonly stops: "begun" | "under_way" }

/**
 * What of a plan stays from a minute on: visits that were made, that somebody is at, or that somebody has set out for; of two who are to
 * meet, whoever has not set out yet keeps everything up to the meeting, unless it is their team that changed.
 */
export function keptAt({ tours }: Pick<DayPlan, "tours">, minute: number, changed: Changed | null): Begun {
  const counts = new Map(tours.map((tour) => [tour.teamId, Math.max(tour.kept ?? 0, countAt(tour, minute, tour.teamId === changed?.teamId ? changed.stops : "under_way"))]));
  const pinned = new Set(changed ? [changed.teamId] : []);
  for (let again = true; again;) {
    again = false;
    for (const { teamId, stops } of tours) for (const [index, { personId, withTeamId }] of stops.slice(0, counts.get(teamId)!).entries()) {
      const other = tours.find((tour) => tour.teamId === withTeamId);
      const theirs = other?.stops.findIndex((stop) => stop.personId === personId) ?? -1;
      if (!other || theirs < counts.get(other.teamId)!) continue;
      // Who waits in vain for somebody who does not come turns back, and then waits for nobody else either.
      if (pinned.has(other.teamId)) {
        counts.set(teamId, index);
        pinned.add(teamId);
      } else counts.set(other.teamId, theirs + 1);
      again = true;
      break;
    }
  }
  return { minute, kept: Object.fromEntries(tours.map((tour) => [tour.teamId, keptOf(tour, counts.get(tour.teamId)!, minute)])) };
}

function countAt({ stops }: PlannedTour, minute: number, which: Changed["stops"]): number {
  const open = stops.findIndex(({ begin, arrive, wayMinutes }) => (which === "begun" ? begin : arrive - wayMinutes) >= minute);
  return open < 0 ? stops.length : open;
}

function keptOf({ leave, lunch, stops }: PlannedTour, count: number, minute: number): Begun["kept"][string] {
  return { leave, stops: stops.slice(0, count), lunch: lunch !== null && (lunch.before < count || (lunch.begin < minute && lunch.before <= count)) ? lunch : null };
}

/** What is kept of a plan that was made while the day ran; null before. */
export function begunOf({ tours, since }: Pick<DayPlan, "tours" | "since">): Begun | null {
  return since === undefined ? null : { minute: since, kept: Object.fromEntries(tours.map((tour) => [tour.teamId, keptOf(tour, tour.kept ?? 0, since)])) };
}

/** The stops of each team that are still open. */
export const openOrders = ({ tours }: Pick<DayPlan, "tours">, { kept }: Begun): Orders =>
  Object.fromEntries(tours.map(({ teamId, stops }) => [teamId, stops.slice(kept[teamId]?.stops.length ?? 0).map(({ personId }) => personId)]));

/** Homes that are visited: one where two meet stands in both tours and counts once. */
export const homesIn = ({ tours }: { readonly tours: readonly Pick<PlannedTour, "stops">[] }): number => new Set(tours.flatMap(({ stops }) => stops.map(({ personId }) => personId))).size;

/** What is another for one person between two plans. */
export interface PlanChange {
  readonly personId: string;
  readonly kind: "moved" | "shifted" | "left_out" | "fitted_in";
  readonly fromTeams: readonly string[];
  readonly toTeams: readonly string[];
  /** When the visit was to begin, and begins now. */
  readonly fromMinute: number | null;
  readonly toMinute: number | null;
}

/** Everything that differs between two plans, person by person; the greater change first, then by time. */
export function changesBetween(before: DayPlan, after: DayPlan): PlanChange[] {
  const [was, is] = [whereAll(before), whereAll(after)];
  const order = ["left_out", "fitted_in", "moved", "shifted"];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((personId): PlanChange[] => {
    const [from, to] = [was.get(personId), is.get(personId)];
    const fact = { personId, fromTeams: from?.teams ?? [], toTeams: to?.teams ?? [], fromMinute: from?.begin ?? null, toMinute: to?.begin ?? null };
    if (!to) return [{ ...fact, kind: "left_out" }];
    if (!from) return [{ ...fact, kind: "fitted_in" }];
    if (from.teams.toSorted().join() !== to.teams.toSorted().join()) return [{ ...fact, kind: "moved" }];
    return from.begin === to.begin ? [] : [{ ...fact, kind: "shifted" }];
  }).sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.toMinute ?? a.fromMinute ?? 0) - (b.toMinute ?? b.fromMinute ?? 0));
}

function whereAll({ tours }: DayPlan): Map<string, { teams: string[]; begin: number }> {
  const where = new Map<string, { teams: string[]; begin: number }>();
  for (const { teamId, stops } of tours) for (const { personId, begin } of stops) where.set(personId, { teams: [...where.get(personId)?.teams ?? [], teamId], begin });
  return where;
}
