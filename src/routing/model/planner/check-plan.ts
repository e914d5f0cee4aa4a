import type { RoundsAnswer, RoundsProblem, Visitor } from "./problem.ts";

/** Rounding, in the problem's own units. */
const SLACK = 1e-6;

type Told = Pick<RoundsAnswer, "tours" | "unserved" | "cost" | "used"> & Partial<Pick<RoundsAnswer, "meetings">>;

/**
 * Goes through a plan as a person would walk it and names the first thing that is wrong, or null. It shares no code with the planner:
 * every moment is worked out anew, and lunch is looked for at every point of the way.
 */
export function checkPlan(problem: RoundsProblem, answer: Told): string | null {
  if (answer.tours.length !== problem.visitors.length) return "tours and visitors differ in number";
  const flaws = Array.from({ length: problem.visits }, (_, visit) => whoComes(problem, answer, visit)).find((flaw) => flaw !== null);
  if (flaws !== undefined) return flaws;
  if ([...answer.tours.flat(), ...answer.unserved].some((visit) => !(visit in problem.opens))) return "a visit is missing or made twice";
  const moments = new Map((answer.meetings ?? []).map(({ visit, begin }) => [visit, begin]));
  let cost = 0;
  for (const [index, tour] of answer.tours.entries()) {
    const flaw = tour.length > 0 ? walk(problem, problem.visitors[index]!, tour, moments) : null;
    if (flaw) return `visitor ${index}: ${flaw}`;
    cost += tour.length > 0 ? wayOf(problem, problem.visitors[index]!, tour) : 0;
  }
  if (Math.abs(cost - answer.cost) > SLACK * Math.max(1, cost)) return "the cost is not the sum of the ways";
  return answer.used === answer.tours.filter((tour) => tour.length > 0).length ? null : "the number of visitors is wrong";
}

/** Each visit: made by one who is enough, by two who meet there, or by nobody; and whoever comes may come. */
function whoComes({ crews, may, visits }: RoundsProblem, { tours, unserved, meetings = [] }: Told, visit: number): string | null {
  const there = tours.flatMap((tour, visitor) => tour.filter((one) => one === visit).map(() => visitor));
  const [meeting, another] = meetings.filter((one) => one.visit === visit);
  const left = unserved.filter((one) => one === visit).length;
  if (another || (there.length === 0 ? left !== 1 : left > 0) || there.length > 2 || (there.length === 2) !== (meeting !== undefined)) return "a visit is missing or made twice";
  if (meeting && (there[0] === there[1] || !there.every((visitor) => meeting.visitors.includes(visitor)))) return `others meet at visit ${visit} than should`;
  if (there.length === 0) return null;
  if (may && there.some((visitor) => may[visitor * visits + visit] !== 1)) return `visitor ${there[0]} may not make one of the visits`;
  if (!crews) return meeting ? `nobody need meet at visit ${visit}` : null;
  if (meeting && (crews.wanted[visit] !== 2 || there.some((visitor) => crews.size[visitor] !== 1))) return `nobody need meet at visit ${visit}`;
  if (there.reduce((people, visitor) => people + crews.size[visitor]!, 0) < crews.wanted[visit]!) return `too few come to visit ${visit}`;
  for (let bit = 0; bit < 32 * crews.words; bit++) {
    const asked = (row: Uint32Array, index: number) => (row[index * crews.words + (bit >> 5)]! >>> (bit & 31)) % 2 === 1;
    if (asked(crews.needs, visit) && !there.some((visitor) => asked(crews.has, visitor))) return `nobody who comes to visit ${visit} has what it asks`;
  }
  return null;
}

function wayOf(problem: RoundsProblem, visitor: Visitor, tour: readonly number[]): number {
  const route = [visitor.start, ...tour, visitor.end];
  return route.slice(1).reduce((sum, place, index) => sum + problem.travel[visitor.by]!.cost[route[index]! * problem.places + place]!, 0);
}

function walk(problem: RoundsProblem, visitor: Visitor, tour: readonly number[], moments: ReadonlyMap<number, number>): string | null {
  if (tour.reduce((load, visit) => load + problem.demand[visit]!, 0) > visitor.capacity + SLACK) return "carries too much";
  // Where lunch falls is tried everywhere: before setting out (0), then before or after each stretch.
  if (!visitor.lunch) return goThrough(problem, visitor, tour, moments, -1);
  let flaw: string | null = null;
  for (let when = 0; when <= 2 * tour.length + 3; when++) {
    flaw = goThrough(problem, visitor, tour, moments, when);
    if (flaw === null) return null;
  }
  return flaw;
}

/** One walk with lunch at the given point: 2i before stretch i begins, 2i + 1 at its far end; -1 for none. */
function goThrough(problem: RoundsProblem, visitor: Visitor, tour: readonly number[], moments: ReadonlyMap<number, number>, lunchAt: number): string | null {
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
    const begin = moments.get(there) ?? Math.max(clock, problem.opens[there]!);
    if (begin < Math.max(clock, problem.opens[there]!) - SLACK || begin > problem.closes[there]! + SLACK) return `cannot meet at visit ${there} at its moment`;
    clock = begin + problem.service[there]!;
  }
  return null;
}
