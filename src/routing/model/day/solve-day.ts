import { Refusal } from "#kernel/refusal.ts";
import { checkPlan } from "../planner/check-plan.ts";
import { fitIn } from "../planner/fit-in.ts";
import { planRounds } from "../planner/plan-rounds.ts";
import type { RoundsAnswer } from "../planner/problem.ts";
import { scheduleTour } from "../planner/schedule.ts";
import { whyUnserved } from "../planner/unserved.ts";
import type { Day, DayPlan, Orders, PlannedTour } from "./day.ts";
import { dayProblem, type DayProblem } from "./day-problem.ts";
import { wayBetween } from "./travel.ts";

/** Steps of search: a tenth of a second to some seconds, more for more visits. */
const stepsFor = (visits: number): number => Math.min(60_000, 4_000 + 800 * visits);

/** The plan of a day, gone through by the checker before anybody sees it. The same day and seed give the same plan. */
export function solveDay(day: Day, seed: number, progress: (done: number, total: number) => void = () => {}): DayPlan {
  const built = dayProblem(day);
  const total = stepsFor(day.visits.length);
  const pace = (steps: number) => {
    progress(steps, total);
    return steps / total;
  };
  return worded(day, built, planRounds(built.problem, { first: day.rules.first === "visitors" ? "visitors" : "cost", seed, pace }));
}

/** Keeps the given orders as far as they still hold, and fits the rest in where it costs least. */
export function refitDay(day: Day, orders: Orders): DayPlan {
  const built = dayProblem(day);
  const indexOf = new Map(built.placed.map(({ personId }, index) => [personId, index]));
  const tours = day.teams.map(({ id }) => (orders[id] ?? []).flatMap((personId) => indexOf.get(personId) ?? []));
  return worded(day, built, fitIn(built.problem, tours));
}

/** Work for a thread. */
export function work({ day, seed }: { day: Day; seed: number }, progress: (done: number, total: number) => void): DayPlan {
  return solveDay(day, seed, progress);
}

function worded(day: Day, { problem, placed }: DayProblem, answer: RoundsAnswer): DayPlan {
  const flaw = checkPlan(problem, answer);
  if (flaw !== null) throw new Refusal("conflict", "routing.not_sound");
  const tours = answer.tours.flatMap((visits, index) => (visits.length > 0 ? [tourOf(day, { problem, placed }, index, visits)] : []));
  const left = [
    ...whyUnserved(problem, answer).map(({ visit, reason }) => ({ personId: placed[visit]!.personId, reason })),
    ...day.visits.flatMap(({ personId, at, barred }) => (barred || at === null ? [{ personId, reason: barred ? "must_not_be_visited" as const : "no_place" as const }] : [])),
  ];
  const sum = (of: (tour: PlannedTour) => number) => tours.reduce((total, tour) => total + of(tour), 0);
  return {
    tours, left, wayMinutes: sum(({ stops, backMinutes }) => backMinutes + stops.reduce((total, { wayMinutes }) => total + wayMinutes, 0)),
    wayMetres: sum(({ stops, backMetres }) => backMetres + stops.reduce((total, { wayMetres }) => total + wayMetres, 0)),
  };
}

function tourOf(day: Day, { problem, placed }: DayProblem, index: number, visits: readonly number[]): PlannedTour {
  const times = scheduleTour(problem, index, visits);
  if ("kind" in times) throw new Refusal("conflict", "routing.not_sound");
  const { id: teamId, mode } = day.teams[index]!;
  const points = [day.start, ...visits.map((visit) => placed[visit]!.at)];
  const back = wayBetween(points.at(-1)!, day.start, mode, day.rules);
  return {
    teamId, leave: times.leave, back: times.back, lunch: times.lunch, backMinutes: back.minutes, backMetres: back.metres,
    stops: times.stops.map(({ visit, arrive, begin, done }, at) => {
      const way = wayBetween(points[at]!, points[at + 1]!, mode, day.rules);
      return { personId: placed[visit]!.personId, arrive, begin, done, wayMinutes: way.minutes, wayMetres: way.metres };
    }),
  };
}
