import { enoughAlone } from "../planner/meet/crews.ts";
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

/**
 * One visit put elsewhere by hand: the new orders, or the first thing that would no longer be in time. A visit for two given to one person
 * is left to whoever fits the day in again: who meets them there is looked for.
 */
export function moveStop(day: Day, orders: Orders, { personId, teamId, rank }: Move): { orders: Orders } | { misfit: MoveMisfit } {
  const { problem, placed } = dayProblem({ ...day, visits: day.visits.map((visit) => (visit.personId === personId ? { ...visit, lockedTo: teamId } : visit)) });
  const indexOf = new Map(placed.map((visit, index) => [visit.personId, index]));
  const team = day.teams.findIndex(({ id }) => id === teamId);
  const without = Object.fromEntries(day.teams.map(({ id }) => [id, (orders[id] ?? []).filter((one) => one !== personId && indexOf.has(one))]));
  const visit = indexOf.get(personId)!;
  if (placed[visit]!.people > day.teams[team]!.members.length) return { orders: without };
  const row = [...without[teamId] ?? []];
  row.splice(Math.max(0, rank - (day.begun?.kept[teamId]?.stops.length ?? 0)), 0, personId);
  if (enoughAlone(problem).may?.[team * problem.visits + visit] !== 1) return { misfit: { kind: "not_allowed", personId, at: 0, limit: 0 } };
  const times = scheduleTour(problem, team, row.map((one) => indexOf.get(one)!));
  if ("kind" in times) {
    const { visit: hit, ...misfit } = times;
    return { misfit: { ...misfit, personId: hit === null ? null : placed[hit]!.personId } };
  }
  return { orders: { ...without, [teamId]: row } };
}
