import { Refusal } from "#kernel/refusal.ts";
import { checkPlan } from "../planner/check-plan.ts";
import { fitIn } from "../planner/fit-in.ts";
import { planRounds } from "../planner/plan-rounds.ts";
import type { RoundsAnswer } from "../planner/problem.ts";
import { scheduleAll } from "../planner/schedule-all.ts";
import type { Misfit, TimedTour } from "../planner/schedule.ts";
import { whyUnserved } from "../planner/unserved.ts";
import { whyNobody } from "./asks.ts";
import type { Day, DayPlan, LeftVisit, Orders, PlannedStop, PlannedTour } from "./day.ts";
import { dayProblem, type DayProblem, type Stay } from "./day-problem.ts";
import { wayBetween } from "./travel.ts";

/** Steps of search: a tenth of a second to some seconds, more for more visits. */
const stepsFor = (visits: number): number => Math.min(60_000, 4_000 + 800 * visits);

/** While somebody waits for what a change would do: some tenths of a second; seconds where many are met by two. */
const STEPS_AT_ONCE = 2_500;

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
  return worded(day, built, fitIn(built.problem, rowsOf(day, built, orders)));
}

/** Plans what is open anew from given orders: a visit goes to another team only where that saves more than so many minutes, or somebody would be left over. */
export function replanDay(day: Day, stay: Stay, seed: number, progress: (done: number, total: number) => void = () => {}): DayPlan {
  const built = dayProblem(day, stay);
  const pace = (steps: number) => {
    progress(steps, STEPS_AT_ONCE);
    return steps / STEPS_AT_ONCE;
  };
  return worded(day, built, planRounds(built.problem, { first: "cost", seed, pace, given: rowsOf(day, built, stay.orders) }));
}

function rowsOf({ teams }: Day, { placed }: DayProblem, orders: Orders): number[][] {
  const indexOf = new Map(placed.map(({ personId }, index) => [personId, index]));
  return teams.map(({ id }) => (orders[id] ?? []).flatMap((personId) => indexOf.get(personId) ?? []));
}

/** Work for a thread: a day planned from nothing, or anew from what is to stay. */
export function work({ day, stay, seed }: { day: Day; stay?: Stay; seed: number }, progress: (done: number, total: number) => void): DayPlan {
  return stay ? replanDay(day, stay, seed, progress) : solveDay(day, seed, progress);
}

function worded(day: Day, built: DayProblem, answer: RoundsAnswer): DayPlan {
  const { problem, placed } = built;
  if (checkPlan(problem, answer) !== null) throw new Refusal("conflict", "routing.not_sound");
  const times = scheduleAll(problem, answer);
  // Who only comes back may find no time for lunch; nobody who has somebody left to visit.
  if (times.some((one, index) => "kind" in one && answer.tours[index]!.length > 0)) throw new Refusal("conflict", "routing.not_sound");
  const partners = new Map(answer.meetings.flatMap(({ visit, visitors: [a, b] }) => [[`${a} ${visit}`, day.teams[b]!.id], [`${b} ${visit}`, day.teams[a]!.id]]));
  const tours = answer.tours.flatMap((visits, index) => (visits.length > 0 || (day.begun?.kept[day.teams[index]!.id]?.stops.length ?? 0) > 0 ? [tourOf(day, built, index, times[index]!, partners)] : []));
  const left = [
    ...whyUnserved(problem, answer).map(({ visit, reason }): LeftVisit => ({ personId: placed[visit]!.personId, ...(reason === "nobody_may" ? whyNobody(day.teams, placed[visit]!) ?? { reason } : { reason }) })),
    ...day.visits.flatMap(({ personId, at, barred }): LeftVisit[] => (barred || at === null ? [{ personId, reason: barred ? "must_not_be_visited" : "no_place" }] : [])),
  ];
  const sum = (of: (tour: PlannedTour) => number) => tours.reduce((total, tour) => total + of(tour), 0);
  return {
    tours, left, ...(day.begun && { since: day.begun.minute }), wayMinutes: sum(({ stops, backMinutes }) => backMinutes + stops.reduce((total, { wayMinutes }) => total + wayMinutes, 0)),
    wayMetres: sum(({ stops, backMetres }) => backMetres + stops.reduce((total, { wayMetres }) => total + wayMetres, 0)),
  };
}

function tourOf(day: Day, { placed, standing }: DayProblem, index: number, times: TimedTour | Misfit, partners: ReadonlyMap<string, string>): PlannedTour {
  const { id: teamId, mode } = day.teams[index]!;
  const kept = day.begun?.kept[teamId];
  const open = "kind" in times ? null : times;
  const stops = (open?.stops ?? []).map(({ visit, arrive, begin, done }, at): PlannedStop => {
    const way = wayBetween(at === 0 ? standing[index]! : placed[open!.stops[at - 1]!.visit]!.at, placed[visit]!.at, mode, day.rules);
    const withTeamId = partners.get(`${index} ${visit}`);
    return { personId: placed[visit]!.personId, arrive, begin, done, wayMinutes: way.minutes, wayMetres: way.metres, ...(withTeamId !== undefined && { withTeamId }) };
  });
  const [last] = open?.stops.slice(-1) ?? [];
  const back = wayBetween(last ? placed[last.visit]!.at : standing[index]!, day.start, mode, day.rules);
  const before = kept?.stops.length ?? 0;
  return {
    teamId, leave: kept && before > 0 ? kept.leave : open!.leave, back: last ? open!.back : kept!.stops.at(-1)!.done + back.minutes,
    lunch: kept?.lunch ?? (last && open!.lunch ? { ...open!.lunch, before: open!.lunch.before + before } : null),
    backMinutes: back.minutes, backMetres: back.metres, stops: [...kept?.stops ?? [], ...stops], ...(day.begun && { kept: before }),
  };
}
