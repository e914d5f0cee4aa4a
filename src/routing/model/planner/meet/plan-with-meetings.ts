import type { RoundsAnswer, RoundsProblem } from "../problem.ts";
import type { Pace } from "../search/anneal.ts";
import { answerOf, searchRounds, takeUp, type PlanOptions } from "../search/search-rounds.ts";
import { beginSearch } from "../search/state.ts";
import { appoint, rowsAppointed, withoutDoubles } from "./appoint.ts";
import type { Couple } from "./crews.ts";
import { addMeeting, asEarlyAsCan, withoutMeeting, type Standing } from "./meet-at.ts";

type Couples = ReadonlyMap<number, readonly Couple[]>;
type Look = (standing: Standing, until: number) => Standing;

/** The share of the time for the first answer, for those in which meetings come first, and for smoothing the best of them. */
const FOR_FIRST = 0.35;
const FOR_MEETINGS = 0.7;
const SMOOTHED = 2;

/**
 * Meetings in two steps, each exact in itself and neither in both: the search shares out the visits of which one visitor is enough; then
 * each meeting goes to the two tours and places where it adds least, if there are any. Where somebody is left over, meetings of more and
 * more weight are put into the empty day first and the rest is searched around them. The best of these is smoothed by putting each meeting
 * in anew and searching again around all of them.
 */
export function planWithMeetings(problem: RoundsProblem, couples: Couples, { first, seed = 1, steps = 20_000, given, pace = (done) => done / steps }: PlanOptions): RoundsAnswer {
  const nobody: Standing = { tours: problem.visitors.map(() => []), meetings: [] };
  const { look, taken } = around(problem, { first, seed, pace });
  const value = (standing: Standing) => worth(problem, standing, first);
  const rounds = [complete(problem, couples, look(given ? resume(problem, couples, given) : nobody, FOR_FIRST))];
  if (value(rounds[0]!)[0]! > 0) {
    const weights = [...new Set([...couples.keys()].map((visit) => problem.weight[visit]!))].sort((a, b) => b - a);
    weights.forEach((least, index) => {
      const appointed = complete(problem, new Map([...couples].filter(([visit]) => problem.weight[visit]! >= least)), nobody);
      rounds.push(complete(problem, couples, look(appointed, FOR_FIRST + ((FOR_MEETINGS - FOR_FIRST) * (index + 1)) / weights.length)));
    });
  }
  let best = rounds.reduce((a, b) => (before(value(b), value(a)) ? b : a));
  for (let turn = 1; turn <= SMOOTHED; turn++) {
    const smooth = complete(problem, couples, look(asEarlyAsCan(problem, putAnew(problem, couples, best)), FOR_MEETINGS + ((1 - FOR_MEETINGS) * turn) / SMOOTHED));
    if (before(value(smooth), value(best))) best = smooth;
  }
  return answered(problem, asEarlyAsCan(problem, best), taken());
}

/** Searches around meetings that are kept as appointments, from given tours, until a share of the time is spent. */
function around(problem: RoundsProblem, { first, seed, pace }: { first: "visitors" | "cost"; seed: number; pace: Pace }): { look: Look; taken: () => number } {
  let done = 0;
  const look: Look = (standing, until) => {
    const from = pace(done);
    if (!(from < until)) return standing;
    const given = rowsAppointed(problem, standing.meetings, standing.tours);
    const own: Pace = (taken) => (pace(done + taken) - from) / (until - from);
    const answer = searchRounds(appoint(problem, standing.meetings), { first, seed, pace: own, given });
    done += answer.steps;
    return withoutDoubles(problem, standing.meetings, answer);
  };
  return { look, taken: () => done };
}

/** Adds whatever meetings can be added, the heaviest and those with the fewest pairs first. */
export function complete(problem: RoundsProblem, couples: Couples, standing: Standing): Standing {
  const made = new Set(standing.tours.flat());
  const waiting = [...couples.keys()].filter((visit) => !made.has(visit)).sort((a, b) => problem.weight[b]! - problem.weight[a]! || couples.get(a)!.length - couples.get(b)!.length || a - b);
  return waiting.reduce((now, visit) => addMeeting(problem, now, visit, couples.get(visit)!) ?? now, standing);
}

function putAnew(problem: RoundsProblem, couples: Couples, standing: Standing): Standing {
  return standing.meetings.reduce((now, { visit }) => addMeeting(problem, withoutMeeting(now, visit), visit, couples.get(visit)!) ?? now, standing);
}

/** Tours as given, without the meetings in them; then each meeting between the same two at the same place of both, as early as can be. */
export function resume(problem: RoundsProblem, couples: Couples, given: readonly (readonly number[])[]): Standing {
  const rowsOf = Map.groupBy(given.flatMap((row, visitor) => row.map((visit) => ({ visit, visitor }))), ({ visit }) => visit);
  const met = new Map([...rowsOf].flatMap(([visit, rows]): [number, Couple][] => couples.get(visit)?.filter((couple) => rows.length === 2 && rows.every(({ visitor }) => couple.includes(visitor))).map((couple): [number, Couple] => [visit, couple]) ?? []));
  const alone = appoint(problem, []);
  const search = beginSearch(alone, 1, false);
  takeUp(search, given.map((row) => row.filter((visit) => rowsOf.get(visit)!.length === 1)));
  const plain = answerOf(search).tours;
  const kept = new Set(plain.flat());
  const before = given.map((row, visitor) => row.filter((visit) => met.has(visit) || plain[visitor]!.includes(visit)));
  let standing: Standing = { tours: before.map((row) => row.filter((visit) => kept.has(visit))), meetings: [] };
  for (const [visit, couple] of inOrder(met, given)) {
    const rankOf = (visitor: number) => {
      const earlier = new Set(before[visitor]!.slice(0, before[visitor]!.indexOf(visit)));
      return standing.tours[visitor]!.filter((one) => earlier.has(one)).length;
    };
    standing = addMeeting(problem, standing, visit, [couple], rankOf) ?? standing;
  }
  return standing;
}

/** Meetings so that none comes before another that stands earlier in one of its tours, as far as the orders allow. */
function inOrder(met: ReadonlyMap<number, Couple>, given: readonly (readonly number[])[]): [number, Couple][] {
  const left = new Map(met);
  const order: [number, Couple][] = [];
  while (left.size > 0) {
    const isNext = ([visit, couple]: [number, Couple]) => couple.every((visitor) => given[visitor]!.find((one) => left.has(one)) === visit);
    const next = [...left].find(isNext) ?? [...left][0]!;
    order.push(next);
    left.delete(next[0]);
  }
  return order;
}

/** The answer that a standing is. */
export function answered(problem: RoundsProblem, { tours, meetings }: Standing, steps: number): RoundsAnswer {
  const made = new Set(tours.flat());
  return {
    tours, meetings, steps, used: tours.filter(({ length }) => length > 0).length, cost: waysOf(problem, tours),
    unserved: Array.from({ length: problem.visits }, (_, visit) => visit).filter((visit) => !made.has(visit)),
  };
}

function waysOf({ visitors, travel, places }: RoundsProblem, tours: Standing["tours"]): number {
  return tours.reduce((sum, row, visitor) => {
    const { start, end, by } = visitors[visitor]!;
    const route = row.length > 0 ? [start, ...row, end] : [];
    return route.slice(1).reduce((way, place, i) => way + travel[by]!.cost[route[i]! * places + place]!, sum);
  }, 0);
}

/** What is lost by who is left over, visitors where they come first, cost. */
function worth(problem: RoundsProblem, standing: Standing, first: "visitors" | "cost"): number[] {
  const { unserved, used, cost } = answered(problem, standing, 0);
  return [unserved.reduce((sum, visit) => sum + problem.weight[visit]!, 0), first === "visitors" ? used : 0, cost];
}

function before(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, i) => Math.abs(value - b[i]!) > 1e-9);
  return at >= 0 && a[at]! < b[at]!;
}
