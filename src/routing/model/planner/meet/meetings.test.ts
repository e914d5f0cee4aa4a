import fc from "fast-check";
import { expect, test } from "vitest";
import { checkPlan } from "../check-plan.ts";
import { fitIn } from "../fit-in.ts";
import { planRounds } from "../plan-rounds.ts";
import type { Meeting, RoundsAnswer, RoundsProblem } from "../problem.ts";
import { scheduleAll } from "../schedule-all.ts";
import type { TimedTour } from "../schedule.ts";
import { crewed } from "../testing.ts";
import { whyUnserved } from "../unserved.ts";

/** When each meeting begins at the earliest in given rows, lunch tried at every point of every row together; null where no way of it holds. Shares nothing with the planner. */
function moments(problem: RoundsProblem, rows: readonly (readonly number[])[]): Map<number, number> | null {
  const lunches = rows.map((row, visitor) => (problem.visitors[visitor]!.lunch && row.length > 0 ? Array.from({ length: 2 * row.length + 3 }, (_, at) => at) : [-1]));
  const met = new Set(rows.flat().filter((visit, index, all) => all.indexOf(visit) !== index));
  const tryAll = (visitor: number, chosen: number[]): Map<number, number> | null => {
    if (visitor === rows.length) return settle(problem, rows, chosen, met);
    for (const at of lunches[visitor]!) {
      const found = tryAll(visitor + 1, [...chosen, at]);
      if (found) return found;
    }
    return null;
  };
  return tryAll(0, []);
}

function settle(problem: RoundsProblem, rows: readonly (readonly number[])[], lunches: readonly number[], met: ReadonlySet<number>): Map<number, number> | null {
  const begin = new Map([...met].map((visit) => [visit, problem.opens[visit]!]));
  for (let round = 0; round < 60; round++) {
    const next = new Map(begin);
    for (const [visitor, row] of rows.entries()) {
      if (row.length === 0) continue;
      const { start, end, from, until, by, lunch } = problem.visitors[visitor]!;
      const { time } = problem.travel[by]!;
      let [clock, here] = [from, start];
      const eat = () => {
        clock = Math.max(clock, lunch!.from) + lunch!.minutes;
        return clock <= lunch!.until;
      };
      for (const [i, there] of [...row, end].entries()) {
        if (lunches[visitor] === 2 * i && !eat()) return null;
        clock += time[here * problem.places + there]!;
        if (i === row.length && clock > until) return null;
        if (lunches[visitor] === 2 * i + 1 && !eat()) return null;
        if (i === row.length && lunches[visitor] === 2 * i + 2 && !eat()) return null;
        if (i === row.length) break;
        clock = Math.max(clock, problem.opens[there]!, begin.get(there) ?? 0);
        if (clock > problem.closes[there]!) return null;
        if (met.has(there)) next.set(there, Math.max(next.get(there)!, clock));
        clock += problem.service[there]!;
        here = there;
      }
    }
    if ([...next].every(([visit, at]) => begin.get(visit) === at)) return next;
    next.forEach((at, visit) => begin.set(visit, at));
  }
  return null;
}

const fits = (problem: RoundsProblem, visit: number, who: readonly number[]): boolean => {
  const crews = problem.crews!;
  return who.every((one) => problem.may![one * problem.visits + visit] === 1) && who.reduce((sum, one) => sum + crews.size[one]!, 0) >= crews.wanted[visit]!
    && (who.length === 1 || who.every((one) => crews.size[one] === 1)) && (crews.needs[visit]! & ~who.reduce((all, one) => all | crews.has[one]!, 0)) === 0;
};

/** Everything tried: who makes each visit, alone or by two, at every place of every row. The least loss, then the least cost. */
function bruteForce(problem: RoundsProblem): [number, number] {
  const rows: number[][] = problem.visitors.map(() => []);
  let best: [number, number] = [Infinity, Infinity];
  const place = (visit: number, lost: number): void => {
    if (lost > best[0]) return;
    if (visit === problem.visits) {
      const cost = costOf(problem, rows);
      if ((lost < best[0] || cost < best[1]) && rows.every((row, who) => row.reduce((sum, one) => sum + problem.demand[one]!, 0) <= problem.visitors[who]!.capacity) && moments(problem, rows)) best = [lost, cost];
      return;
    }
    const inserted = (who: readonly number[], then: () => void): void => {
      const [first, ...others] = who;
      if (first === undefined) return then();
      for (let rank = 0; rank <= rows[first]!.length; rank++) {
        rows[first]!.splice(rank, 0, visit);
        inserted(others, then);
        rows[first]!.splice(rank, 1);
      }
    };
    for (let a = 0; a < rows.length; a++) {
      if (fits(problem, visit, [a])) inserted([a], () => place(visit + 1, lost));
      for (let b = a + 1; b < rows.length; b++) if (problem.crews!.wanted[visit] === 2 && fits(problem, visit, [a, b])) inserted([a, b], () => place(visit + 1, lost));
    }
    place(visit + 1, lost + problem.weight[visit]!);
  };
  place(0, 0);
  return best;
}

function costOf({ visitors, travel, places }: RoundsProblem, rows: readonly (readonly number[])[]): number {
  return rows.reduce((sum, row, visitor) => {
    const route = row.length ? [visitors[visitor]!.start, ...row, visitors[visitor]!.end] : [];
    return route.slice(1).reduce((way, place, i) => way + travel[visitors[visitor]!.by]!.cost[route[i]! * places + place]!, sum);
  }, 0);
}

const lostOf = (problem: RoundsProblem, { unserved }: RoundsAnswer) => unserved.reduce((sum, visit) => sum + problem.weight[visit]!, 0);

test("with meetings a plan passes the checker, is never better than everything tried, and as good on nearly all small days", () => {
  let [days, equal, metDays] = [0, 0, 0];
  fc.assert(fc.property(crewed({ visits: 4, visitors: 3 }), (problem) => {
    const answer = planRounds(problem, { first: "cost", steps: 600 });
    expect(checkPlan(problem, answer)).toBeNull();
    const [lost, cost] = bruteForce(problem);
    const own = lostOf(problem, answer);
    expect(own).toBeGreaterThanOrEqual(lost);
    if (own === lost) expect(answer.cost).toBeGreaterThanOrEqual(cost - 1e-6);
    days++;
    if (answer.meetings.length > 0) metDays++;
    if (own === lost && answer.cost <= cost + 1e-6) equal++;
  }), { numRuns: 250, seed: 20261122 });
  expect(metDays).toBeGreaterThan(20);
  expect(equal).toBeGreaterThan(0.97 * days);
});

test("a meeting is found in given tours exactly when trying every place and every moment finds one", () => {
  fc.assert(fc.property(crewed({ visits: 3, visitors: 2 }), (drawn) => {
    const problem: RoundsProblem = { ...drawn, may: drawn.may!.fill(1), crews: { ...drawn.crews!, wanted: drawn.crews!.wanted.map((_, visit) => (visit === 0 ? 2 : 1)), size: drawn.crews!.size.fill(1), needs: drawn.crews!.needs.fill(0) } };
    if (problem.visits === 0 || problem.visitors.length < 2) return;
    const given = [[1], [2]].map((row) => row.filter((visit) => visit < problem.visits));
    if (!moments(problem, given)) return;
    const rows = given.map((row) => row.flatMap((_, rank) => [row.toSpliced(rank, 0, 0), row.toSpliced(rank + 1, 0, 0)]).concat(row.length === 0 ? [[0]] : []));
    const heavy = (row: readonly number[], who: number) => row.reduce((sum, one) => sum + problem.demand[one]!, 0) > problem.visitors[who]!.capacity;
    if (given.some(heavy)) return;
    const possible = rows[0]!.some((a) => rows[1]!.some((b) => !heavy(a, 0) && !heavy(b, 1) && moments(problem, [a, b])));
    expect(fitIn(problem, given).meetings.length).toBe(possible ? 1 : 0);
  }), { numRuns: 400 });
});

test("larger days with meetings hold, keep the same plan for the same seed, and stay as they are when fitted again", () => {
  fc.assert(fc.property(crewed({ visits: 20, visitors: 5 }), (problem) => {
    const answer = planRounds(problem, { first: "cost", seed: 3, steps: 200 });
    expect(checkPlan(problem, answer)).toBeNull();
    expect(planRounds(problem, { first: "cost", seed: 3, steps: 200 })).toEqual(answer);
    scheduleAll(problem, answer).forEach((times, index) => answer.tours[index]!.length > 0 && expect(times).toHaveProperty("back"));
    const again = fitIn(problem, answer.tours);
    expect(checkPlan(problem, again)).toBeNull();
    expect(again.tours).toEqual(answer.tours);
    expect(lostOf(problem, planRounds(problem, { first: "cost", seed: 4, steps: 64, given: answer.tours }))).toBeLessThanOrEqual(lostOf(problem, answer));
    const reasons = whyUnserved(problem, answer);
    expect(reasons.map(({ visit }) => visit)).toEqual(answer.unserved);
  }), { numRuns: 40 });
});

/** Two who set out from two sides of a door; the visit wants both. */
const DOOR: RoundsProblem = {
  visits: 2, places: 4, opens: Float64Array.of(0, 0), closes: Float64Array.of(300, 20), service: Float64Array.of(30, 20), demand: new Float64Array(2), weight: Float64Array.of(1, 1),
  visitors: [0, 1].map((index) => ({ start: 2 + index, end: 2 + index, from: 0, until: 400, capacity: Infinity, by: 0, lunch: null })),
  travel: [{ time: Float64Array.of(0, 10, 40, 15, 10, 0, 50, 5, 40, 50, 0, 99, 15, 5, 99, 0), cost: Float64Array.of(0, 10, 40, 15, 10, 0, 50, 5, 40, 50, 0, 99, 15, 5, 99, 0) }], may: null,
  crews: { wanted: Uint8Array.of(2, 1), size: Uint8Array.of(1, 1), words: 1, needs: Uint32Array.of(1, 0), has: Uint32Array.of(0, 1) },
};

test("who is there first waits for the other, and goes somewhere else before if that is on the way", () => {
  const answer = planRounds(DOOR, { first: "cost", steps: 200 });
  expect(checkPlan(DOOR, answer)).toBeNull();
  expect(answer.unserved).toEqual([]);
  expect(answer.meetings).toEqual([{ visit: 0, visitors: [0, 1], begin: 40 }]);
  const [first, second] = scheduleAll(DOOR, answer) as TimedTour[];
  expect(first!.stops).toMatchObject([{ visit: 0, arrive: 40, begin: 40 }]);
  expect(second!.stops).toMatchObject([{ visit: 1, arrive: 5 }, { visit: 0, arrive: 35, begin: 40 }]);
});

test("the checker refuses a spoilt meeting: one who does not come, another moment, others than should, what nobody has", () => {
  const good = planRounds(DOOR, { first: "cost", steps: 200 });
  const [meeting] = good.meetings as [Meeting];
  const but = (over: Partial<Meeting>) => checkPlan(DOOR, { ...good, meetings: [{ ...meeting, ...over }] });
  expect(but({ begin: 39 })).toMatch("cannot meet");
  expect(but({ begin: 301 })).toMatch("cannot meet");
  expect(but({ visitors: [0, 0] })).toMatch("others meet");
  expect(checkPlan(DOOR, { ...good, meetings: [] })).toMatch("made twice");
  expect(checkPlan(DOOR, { ...good, meetings: [meeting, meeting] })).toMatch("made twice");
  expect(checkPlan(DOOR, { ...good, tours: [[], good.tours[1]!] })).toMatch("made twice");
  expect(checkPlan(DOOR, { ...good, tours: [[], good.tours[1]!], meetings: [], cost: 30, used: 1 })).toMatch("too few come");
  expect(checkPlan({ ...DOOR, crews: { ...DOOR.crews!, has: Uint32Array.of(0, 0) } }, good)).toMatch("has what it asks");
  expect(checkPlan({ ...DOOR, may: Uint8Array.of(0, 1, 1, 1) }, good)).toMatch("may not");
  expect(checkPlan({ ...DOOR, crews: { ...DOOR.crews!, size: Uint8Array.of(1, 2) } }, good)).toMatch("nobody need meet");
});

test("two who have no hour in common never meet, and the reason says so", () => {
  const apart: RoundsProblem = { ...DOOR, visitors: [{ ...DOOR.visitors[0]!, until: 120 }, { ...DOOR.visitors[1]!, from: 200 }] };
  expect(whyUnserved(apart, { unserved: [0] })).toEqual([{ visit: 0, reason: "never_together" }]);
  expect(whyUnserved(DOOR, { unserved: [0] })).toEqual([{ visit: 0, reason: "hours_full" }]);
  expect(whyUnserved({ ...DOOR, crews: { ...DOOR.crews!, has: Uint32Array.of(0, 0) } }, { unserved: [0] })).toEqual([{ visit: 0, reason: "nobody_may" }]);
});
