import type { RoundsProblem, Travel, Visitor } from "../planner/problem.ts";
import { TRAVEL_MODES } from "../plan.ts";
import { crewsOf, mayBeThere } from "./asks.ts";
import type { Day, DayTeam, DayVisit, Orders, Point } from "./day.ts";
import { travelOf } from "./travel.ts";

/** A visit that stands somewhere on the map. */
export type PlacedVisit = DayVisit & { readonly at: Point };

/** The day in numbers; visits in the order of `placed`, then the point where everybody comes back, then where each team stands. */
export interface DayProblem {
  readonly problem: RoundsProblem;
  readonly placed: readonly PlacedVisit[];
  /** Where each team sets out for what is still open. */
  readonly standing: readonly Point[];
}

/** What is to stay: with whom and after whom each visit was; for how many minutes on the way one may go to another team, or stand after another. */
export interface Stay { readonly orders: Orders; readonly minutes: number; readonly order: number }

const MIDNIGHT = 24 * 60;

export function dayProblem(day: Day, stay: Stay | null = null): DayProblem {
  const { start, teams, visits, begun } = day;
  const kept = new Set(Object.values(begun?.kept ?? {}).flatMap(({ stops }) => stops.map(({ personId }) => personId)));
  const placed = visits.filter((visit): visit is PlacedVisit => visit.at !== null && !visit.barred && !kept.has(visit.personId));
  const whereOf = new Map(visits.map(({ personId, at }) => [personId, at]));
  const standing = teams.map(({ id }) => whereOf.get(begun?.kept[id]?.stops.at(-1)?.personId ?? "") ?? start);
  const points = [...placed.map(({ at }) => at), start, ...standing];
  const column = (value: (visit: PlacedVisit) => number) => Float64Array.from(placed, value);
  const may = new Uint8Array(teams.length * placed.length);
  teams.forEach((team, t) => placed.forEach((visit, v) => { may[t * placed.length + v] = mayBeThere(team, visit) ? 1 : 0; }));
  // Where stops are to stay, nobody is left over only so that others need not move.
  const scale = stay ? Math.max(1, placed.length) : 1;
  const ways = TRAVEL_MODES.map((mode) => travelOf(points, mode, day.rules));
  const problem: RoundsProblem = {
    visits: placed.length, places: points.length, may, crews: crewsOf(teams, placed),
    opens: column(({ from }) => from ?? 0), closes: column(({ until, minutes }) => (until ?? MIDNIGHT) - minutes), service: column(({ minutes }) => minutes),
    demand: new Float64Array(placed.length),
    // A visit of more weight goes before any number of the next below it that one person could make instead; a locked one before all.
    weight: column(({ weight, lockedTo }) => scale * 5 ** (weight - 1) * (lockedTo === null ? 1 : 25)),
    visitors: teams.map((team, t) => ({ ...hoursOf(team, day), start: placed.length + 1 + t, end: placed.length, capacity: Infinity, by: stay ? t : TRAVEL_MODES.indexOf(team.mode) })),
    travel: stay ? teams.map((team, t) => staying(ways[TRAVEL_MODES.indexOf(team.mode)]!, team, t, placed, stay)) : ways,
  };
  return { problem, placed, standing };
}

/** When a team can go on, until when, and whether lunch is still to come. */
function hoursOf({ id, from, until, lunch }: DayTeam, { begun }: Day): Pick<Visitor, "from" | "until" | "lunch"> {
  if (!begun) return { from, until, lunch };
  const kept = begun.kept[id];
  const eaten = lunch !== null && kept?.lunch ? kept.lunch.begin + lunch.minutes : null;
  const on = Math.max(from, begun.minute, kept?.stops.at(-1)?.done ?? 0, eaten ?? 0);
  if (lunch === null || eaten !== null) return { from: on, until, lunch: null };
  if (on + lunch.minutes <= lunch.until) return { from: on, until, lunch };
  // Too late for the hours of lunch: who has been out has it at once, who stayed in has had it.
  return { from: on, until, lunch: kept && kept.stops.length > 0 ? { ...lunch, from: Math.min(lunch.from, on), until: on + lunch.minutes } : null };
}

/** Going to somebody who was another team's costs so many minutes more, and after another than before some. */
function staying({ time, cost }: Travel, { id }: DayTeam, index: number, placed: readonly PlacedVisit[], { orders, minutes, order }: Stay): Travel {
  const placeOf = new Map(placed.map(({ personId }, place) => [personId, place]));
  const own = (orders[id] ?? []).flatMap((personId) => placeOf.get(personId) ?? []);
  const before = new Map(own.map((place, rank) => [place, rank === 0 ? placed.length + 1 + index : own[rank - 1]!]));
  const elsewhere = new Set(Object.values(orders).flat().flatMap((personId) => placeOf.get(personId) ?? []).filter((place) => !before.has(place)));
  const places = Math.sqrt(time.length);
  return { time, cost: cost.map((value, i) => {
    const [from, to] = [Math.floor(i / places), i % places];
    return value + (elsewhere.has(to) ? minutes : (before.get(to) ?? from) === from ? 0 : order);
  }) };
}
