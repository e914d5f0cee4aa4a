import { scheduleTour, type Misfit } from "../planner/schedule.ts";
import type { Day, Orders } from "./day.ts";
import { dayProblem } from "./day-problem.ts";

export interface Move {
  readonly personId: string;
  readonly teamId: string;
  /** From 0; beyond the end is the end. */
  readonly rank: number;
}

/** Why a stop cannot stand there, with whom it hits. */
export interface MoveMisfit extends Omit<Misfit, "visit"> {
  readonly personId: string | null;
}

/** One visit put elsewhere by hand: the new orders, or the first thing that would no longer be in time. */
export function moveStop(day: Day, orders: Orders, { personId, teamId, rank }: Move): { orders: Orders } | { misfit: MoveMisfit } {
  const without = Object.fromEntries(day.teams.map(({ id }) => [id, (orders[id] ?? []).filter((one) => one !== personId)]));
  const row = [...without[teamId] ?? []];
  row.splice(Math.max(0, rank), 0, personId);
  const { problem, placed } = dayProblem({ ...day, visits: day.visits.map((visit) => (visit.personId === personId ? { ...visit, lockedTo: teamId } : visit)) });
  const indexOf = new Map(placed.map((visit, index) => [visit.personId, index]));
  const times = scheduleTour(problem, day.teams.findIndex(({ id }) => id === teamId), row.flatMap((one) => indexOf.get(one) ?? []));
  if ("kind" in times) {
    const { visit, ...misfit } = times;
    return { misfit: { ...misfit, personId: visit === null ? null : placed[visit]!.personId } };
  }
  return { orders: { ...without, [teamId]: row } };
}
