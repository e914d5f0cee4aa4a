import fc from "fast-check";
import { expect, test } from "vitest";
import { checkPlan } from "./check-plan.ts";
import { planRounds } from "./plan-rounds.ts";
import type { RoundsAnswer, RoundsProblem } from "./problem.ts";
import { scheduleTour } from "./schedule.ts";
import { problems } from "./testing.ts";
import { whyUnserved } from "./unserved.ts";

/** Every way to share out and order the visits; the best by weight lost, then visitors when they come first, then cost. */
function bruteForce(problem: RoundsProblem, first: "visitors" | "cost"): readonly number[] {
  let best: number[] = [Infinity, Infinity, Infinity];
  const tours: number[][] = problem.visitors.map(() => []);
  const place = (visit: number, lost: number): void => {
    if (visit === problem.visits) {
      const cost = tours.reduce((sum, tour, index) => sum + (tour.length ? costOf(problem, index, tour) : 0), 0);
      if (!Number.isFinite(cost)) return;
      const key = [lost, first === "visitors" ? tours.filter(({ length }) => length > 0).length : 0, cost];
      if (less(key, best)) best = key;
      return;
    }
    place(visit + 1, lost + problem.weight[visit]!);
    for (const tour of tours) for (let rank = 0; rank <= tour.length; rank++) {
      tour.splice(rank, 0, visit);
      place(visit + 1, lost);
      tour.splice(rank, 1);
    }
  };
  place(0, 0);
  return best;
}

function costOf(problem: RoundsProblem, index: number, tour: readonly number[]): number {
  const flaw = checkPlan({ ...problem, visitors: [problem.visitors[index]!], may: problem.may?.slice(index * problem.visits, (index + 1) * problem.visits) ?? null }, { tours: [tour], unserved: rest(problem, tour), cost: way(problem, index, tour), used: 1 });
  return flaw === null ? way(problem, index, tour) : Infinity;
}

const rest = ({ visits }: RoundsProblem, tour: readonly number[]) => Array.from({ length: visits }, (_, visit) => visit).filter((visit) => !tour.includes(visit));

function way(problem: RoundsProblem, index: number, tour: readonly number[]): number {
  const { start, end, by } = problem.visitors[index]!;
  return [...tour, end].reduce((sum, place, i) => sum + problem.travel[by]!.cost[(i === 0 ? start : tour[i - 1]!) * problem.places + place]!, 0);
}

function less(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, i) => Math.abs(value - b[i]!) > 1e-9);
  return at >= 0 && a[at]! < b[at]!;
}

const keyOf = (problem: RoundsProblem, answer: RoundsAnswer, first: "visitors" | "cost") => [answer.unserved.reduce((sum, visit) => sum + problem.weight[visit]!, 0), first === "visitors" ? answer.used : 0, answer.cost];

test("on days of up to five visits and two visitors the plan is the best there is", () => {
  fc.assert(fc.property(problems({ visits: 5 }), fc.integer(), (problem, seed) => {
    const answer = planRounds(problem, { first: "cost", seed, steps: 1500 });
    expect(checkPlan(problem, answer)).toBeNull();
    const best = bruteForce(problem, "cost");
    keyOf(problem, answer, "cost").forEach((value, i) => expect(value).toBeCloseTo(best[i]!, 6));
  }), { numRuns: 120 });
});

test("with six visits as well, and the fewest visitors first when everything can be made", () => {
  fc.assert(fc.property(problems({ visits: 6 }), (problem) => {
    const answer = planRounds(problem, { first: "visitors", steps: 2500 });
    expect(checkPlan(problem, answer)).toBeNull();
    const best = bruteForce(problem, "visitors");
    if (best[0] === 0) keyOf(problem, answer, "visitors").forEach((value, i) => expect(value).toBeCloseTo(best[i]!, 6));
    else expect(answer.unserved.length).toBeGreaterThan(0);
  }), { numRuns: 15 });
});

test("larger days are feasible for one who goes through them, and the same seed gives the same plan", () => {
  fc.assert(fc.property(problems({ visits: 30, visitors: 4 }), fc.constantFrom("visitors" as const, "cost" as const), (problem, first) => {
    const answer = planRounds(problem, { first, seed: 7, steps: 300 });
    expect(checkPlan(problem, answer)).toBeNull();
    expect(planRounds(problem, { first, seed: 7, steps: 300 })).toEqual(answer);
    answer.tours.forEach((tour, index) => {
      const times = scheduleTour(problem, index, tour);
      if (tour.length > 0) expect(times).toHaveProperty("back");
    });
  }), { numRuns: 60 });
});

test("everyone left over has a reason, and who is left over for want of hours could be visited alone", () => {
  fc.assert(fc.property(problems({ visits: 12 }), (problem) => {
    const answer = planRounds(problem, { first: "cost", steps: 200 });
    const reasons = whyUnserved(problem, answer);
    expect(reasons.map(({ visit }) => visit)).toEqual(answer.unserved);
    for (const { visit, reason } of reasons) {
      const alone = problem.visitors.some((_, index) => !("kind" in scheduleTour(problem, index, [visit])));
      expect(alone).toBe(reason === "hours_full");
    }
  }), { numRuns: 60 });
});

const DAY: RoundsProblem = {
  visits: 2, places: 3, opens: Float64Array.of(0, 0), closes: Float64Array.of(400, 400), service: Float64Array.of(30, 30), demand: new Float64Array(2), weight: Float64Array.of(1, 1),
  visitors: [{ start: 2, end: 2, from: 0, until: 400, capacity: Infinity, by: 0, lunch: { minutes: 60, from: 40, until: 120 } }],
  travel: [{ time: Float64Array.of(0, 10, 10, 10, 0, 10, 10, 10, 0), cost: Float64Array.of(0, 10, 10, 10, 0, 10, 10, 10, 0) }], may: null,
};

test("lunch stands between two visits when that is when it may be", () => {
  expect(scheduleTour(DAY, 0, [0, 1])).toEqual({
    leave: 0, back: 150, cost: 30, lunch: { begin: 50, before: 1 },
    stops: [{ visit: 0, arrive: 10, begin: 10, done: 40, way: 10 }, { visit: 1, arrive: 50, begin: 110, done: 140, way: 10 }],
  });
});

test("the checker refuses what is spoilt: an order, a visit, a sum, a lunch", () => {
  const good = planRounds(DAY, { first: "cost", steps: 50 });
  expect(checkPlan(DAY, good)).toBeNull();
  expect(checkPlan(DAY, { ...good, unserved: [0] })).toBe("a visit is missing or made twice");
  expect(checkPlan(DAY, { ...good, cost: good.cost + 1 })).toBe("the cost is not the sum of the ways");
  expect(checkPlan({ ...DAY, closes: Float64Array.of(5, 5) }, good)).toMatch("too late");
  expect(checkPlan({ ...DAY, may: Uint8Array.of(0, 1) }, good)).toMatch("may not");
  expect(checkPlan({ ...DAY, visitors: [{ ...DAY.visitors[0]!, lunch: { minutes: 60, from: 0, until: 50 } }] }, good)).toMatch("lunch");
});

test("a search that is told to end at once still gives a plan that can be walked", () => {
  const answer = planRounds(DAY, { first: "visitors", pace: () => 1 });
  expect(checkPlan(DAY, answer)).toBeNull();
});
