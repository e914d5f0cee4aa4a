import fc from "fast-check";
import { expect, test } from "vitest";
import { attainmentNow, attainmentOverTime, attainmentScore, levelOn } from "./attainment.ts";
import { LEVELS, type Level } from "./plan.ts";

const goals = (...pairs: readonly (readonly [Level, number])[]) => pairs.map(([level, weight]) => ({ level, weight }));
const someGoals = fc.array(fc.record({ level: fc.constantFrom(...LEVELS), weight: fc.integer({ min: 1, max: 5 }) }), { minLength: 1, maxLength: 12 });

test.each([
  [goals([0, 1], [0, 1], [0, 1]), 50], [goals([1, 1], [1, 1], [1, 1]), 63.69], [goals([-1, 1], [0, 2], [2, 3]), 61.02], [goals([2, 4]), 70],
])("the vectors of the method", (given, score) => {
  expect(attainmentScore(given)).toBeCloseTo(score, 2);
});

test("without goals there is no score", () => expect(attainmentScore([])).toBeNull());

test("better is never less, turning all levels round turns the score round 50, and what all weigh alike does not matter", () => {
  fc.assert(fc.property(someGoals, fc.nat(), (given, at) => {
    const score = attainmentScore(given)!;
    const better = given.map((goal, index) => (index === at % given.length ? { ...goal, level: Math.min(2, goal.level + 1) as Level } : goal));
    expect(attainmentScore(better)!).toBeGreaterThanOrEqual(score);
    expect(attainmentScore(given.map(({ level, weight }) => ({ level: (level === 0 ? 0 : -level) as Level, weight })))! + score).toBeCloseTo(100, 9);
    expect(attainmentScore(given.map(({ level, weight }) => ({ level, weight: weight * 3 })))!).toBeCloseTo(score, 9);
    expect(score === 50 || Math.sign(score - 50) === Math.sign(given.reduce((sum, { level, weight }) => sum + level * weight, 0))).toBe(true);
  }));
});

const RATED = [{ goalId: "a", weight: 1, baselineLevel: -2 as Level }, { goalId: "b", weight: 1, baselineLevel: -1 as Level }];
const rating = (goalId: string, level: Level, onDay: string, number = 1) => ({ goalId, level, onDay, number });

test("a goal nobody has rated is not a nought: there is no score of now", () => {
  expect(attainmentNow(RATED, [rating("a", 1, "2026-11-01")], "2026-11-22")).toMatchObject({ now: null, unrated: 1 });
  const now = attainmentNow(RATED, [rating("a", 0, "2026-11-01"), rating("b", 0, "2026-11-02")], "2026-11-22");
  expect(now).toMatchObject({ now: 50, unrated: 0 });
  expect(now.baseline!).toBeLessThan(50);
});

test("the last rating by a day counts, of two on one day the later", () => {
  const ratings = [rating("a", 1, "2026-11-05", 2), rating("a", -1, "2026-11-05", 1), rating("a", 2, "2026-11-09", 3)];
  expect([levelOn("a", ratings, "2026-11-04"), levelOn("a", ratings, "2026-11-05"), levelOn("a", ratings, "2026-11-30")]).toEqual([undefined, 1, 2]);
});

test("over time it begins with the start, and goes on day by day", () => {
  const points = attainmentOverTime(RATED, [rating("a", 0, "2026-10-10"), rating("b", 0, "2026-11-01"), rating("gone", 2, "2026-10-01")], "2026-09-01");
  expect(points.map(({ on }) => on)).toEqual(["2026-09-01", "2026-10-10", "2026-11-01"]);
  expect(points.at(-1)!.score).toBe(50);
});
