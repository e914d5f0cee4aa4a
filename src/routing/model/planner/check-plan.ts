import type { RoundsAnswer, RoundsProblem, Visitor } from "./problem.ts";

/** Rounding, in the problem's own units. */
const SLACK = 1e-6;

/**
 * Goes through a plan as a person would walk it and names the first thing that is wrong, or null. It shares no code with the planner:
 * every moment is worked out anew, and lunch is looked for at every point of the way.
 */
export function checkPlan(problem: RoundsProblem, answer: Pick<RoundsAnswer, "tours" | "unserved" | "cost" | "used">): string | null {
  const seen = [...answer.tours.flat(), ...answer.unserved].toSorted((a, b) => a - b);
  if (answer.tours.length !== problem.visitors.length) return "tours and visitors differ in number";
  if (seen.length !== problem.visits || seen.some((visit, index) => visit !== index)) return "a visit is missing or made twice";
  let cost = 0;
  for (const [index, tour] of answer.tours.entries()) {
    const flaw = tour.length > 0 ? walk(problem, problem.visitors[index]!, index, tour) : null;
    if (flaw) return `visitor ${index}: ${flaw}`;
    cost += tour.length > 0 ? wayOf(problem, problem.visitors[index]!, tour) : 0;
  }
  if (Math.abs(cost - answer.cost) > SLACK * Math.max(1, cost)) return "the cost is not the sum of the ways";
  return answer.used === answer.tours.filter((tour) => tour.length > 0).length ? null : "the number of visitors is wrong";
}

function wayOf(problem: RoundsProblem, visitor: Visitor, tour: readonly number[]): number {
  const route = [visitor.start, ...tour, visitor.end];
  return route.slice(1).reduce((sum, place, index) => sum + problem.travel[visitor.by]!.cost[route[index]! * problem.places + place]!, 0);
}

function walk(problem: RoundsProblem, visitor: Visitor, index: number, tour: readonly number[]): string | null {
  if (tour.reduce((load, visit) => load + problem.demand[visit]!, 0) > visitor.capacity + SLACK) return "carries too much";
  if (problem.may && tour.some((visit) => problem.may![index * problem.visits + visit] !== 1)) return "may not make one of the visits";
  // Where lunch falls is tried everywhere: before setting out (0), then before or after each stretch.
  if (!visitor.lunch) return goThrough(problem, visitor, tour, -1);
  let flaw: string | null = null;
  for (let when = 0; when <= 2 * tour.length + 3; when++) {
    flaw = goThrough(problem, visitor, tour, when);
    if (flaw === null) return null;
  }
  return flaw;
}

/** One walk with lunch at the given point: 2i before stretch i begins, 2i + 1 at its far end; -1 for none. */
function goThrough(problem: RoundsProblem, visitor: Visitor, tour: readonly number[], lunchAt: number): string | null {
  const { time } = problem.travel[visitor.by]!;
  const route = [visitor.start, ...tour, visitor.end];
  let clock = visitor.from;
  const eat = (): boolean => {
    if (!visitor.lunch) return true;
    clock = Math.max(clock, visitor.lunch.from) + visitor.lunch.minutes;
    return clock <= visitor.lunch.until + SLACK;
  };
  for (let i = 0; i < route.length - 1; i++) {
    const [here, there] = [route[i]!, route[i + 1]!];
    if (lunchAt === 2 * i && !eat()) return "lunch is too late";
    clock += time[here * problem.places + there]!;
    const home = i === route.length - 2;
    if (home && clock > visitor.until + SLACK) return "comes back too late";
    if (lunchAt === 2 * i + 1 && !eat()) return "lunch is too late";
    if (home) return lunchAt > 2 * i + 1 ? "no lunch" : null;
    if (clock > problem.closes[there]! + SLACK) return `comes to visit ${there} too late`;
    clock = Math.max(clock, problem.opens[there]!) + problem.service[there]!;
  }
  return null;
}
