import type { RoundsProblem } from "../planner/problem.ts";
import { TRAVEL_MODES } from "../plan.ts";
import type { Day, DayVisit, Point } from "./day.ts";
import { travelOf } from "./travel.ts";

/** A visit that stands somewhere on the map. */
export type PlacedVisit = DayVisit & { readonly at: Point };

/** The day in numbers; visits in the order of `placed`, then the point where everybody sets out and comes back. */
export interface DayProblem {
  readonly problem: RoundsProblem;
  readonly placed: readonly PlacedVisit[];
}

const MIDNIGHT = 24 * 60;

export function dayProblem({ start, teams, visits, rules }: Day): DayProblem {
  const placed = visits.filter((visit): visit is PlacedVisit => visit.at !== null && !visit.barred);
  const points = [...placed.map(({ at }) => at), start];
  const column = (value: (visit: PlacedVisit) => number) => Float64Array.from(placed, value);
  const may = new Uint8Array(teams.length * placed.length);
  teams.forEach((team, t) => placed.forEach((visit, v) => {
    may[t * placed.length + v] = team.people >= visit.people && (visit.lockedTo === null || visit.lockedTo === team.id) ? 1 : 0;
  }));
  const problem: RoundsProblem = {
    visits: placed.length, places: points.length, may,
    opens: column(({ from }) => from ?? 0), closes: column(({ until, minutes }) => (until ?? MIDNIGHT) - minutes), service: column(({ minutes }) => minutes),
    demand: new Float64Array(placed.length),
    // A visit of more weight goes before any number of the next below it that one person could make instead; a locked one before all.
    weight: column(({ weight, lockedTo }) => 5 ** (weight - 1) * (lockedTo === null ? 1 : 25)),
    visitors: teams.map(({ mode, from, until, lunch }) => ({ start: placed.length, end: placed.length, from, until, capacity: Infinity, by: TRAVEL_MODES.indexOf(mode), lunch })),
    travel: TRAVEL_MODES.map((mode) => travelOf(points, mode, rules)),
  };
  return { problem, placed };
}
