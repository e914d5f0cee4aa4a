import type { Level } from "./plan.ts";

/** A goal's weight and the level it stands at. */
export interface Attained {
  readonly weight: number;
  readonly level: Level;
}

/** Expected correlation of goal scores. Source: Kiresuk & Sherman 1968. */
const R = 0.3;

/**
 * Goal attainment as one number (GAS, T-score): 50 when all goals are attained just as hoped for.
 * T = 50 + 10·Σ(w·x) / √((1−r)·Σw² + r·(Σw)²), r = 0.3. Null without goals.
 */
export function attainmentScore(goals: readonly Attained[]): number | null {
  if (goals.length === 0) return null;
  const sum = (of: (goal: Attained) => number) => goals.reduce((total, goal) => total + of(goal), 0);
  const weights = sum(({ weight }) => weight);
  return 50 + (10 * sum(({ weight, level }) => weight * level)) / Math.sqrt((1 - R) * sum(({ weight }) => weight ** 2) + R * weights ** 2);
}

/** A goal's rating on a day. */
export interface Rating {
  readonly goalId: string;
  readonly level: Level;
  readonly onDay: string;
  readonly number: number;
}

/** A goal with how it stood at the start. */
export interface RatedGoal {
  readonly goalId: string;
  readonly weight: number;
  readonly baselineLevel: Level;
}

/** The level a goal was last rated at by a day; undefined where nobody has rated it yet: that is not a nought. */
export function levelOn(goalId: string, ratings: readonly Rating[], day: string): Level | undefined {
  return ratings.filter((rating) => rating.goalId === goalId && rating.onDay <= day).toSorted((a, b) => (a.onDay < b.onDay ? -1 : a.onDay > b.onDay ? 1 : a.number - b.number)).at(-1)?.level;
}

/** How the goals stood at the start and stand now. A score of now only when every goal has been rated. */
export function attainmentNow(goals: readonly RatedGoal[], ratings: readonly Rating[], day: string): { readonly baseline: number | null; readonly now: number | null; readonly unrated: number } {
  const levels = goals.map(({ goalId }) => levelOn(goalId, ratings, day));
  const unrated = levels.filter((level) => level === undefined).length;
  return {
    baseline: attainmentScore(goals.map(({ weight, baselineLevel }) => ({ weight, level: baselineLevel }))), unrated,
    now: unrated > 0 ? null : attainmentScore(goals.map(({ weight }, index) => ({ weight, level: levels[index]! }))),
  };
}

/** The score on every day something was rated, from the start on; a goal not yet rated stands as it did at the start. */
export function attainmentOverTime(goals: readonly RatedGoal[], ratings: readonly Rating[], beganOn: string): { readonly on: string; readonly score: number }[] {
  const own = ratings.filter(({ goalId }) => goals.some((goal) => goal.goalId === goalId));
  const days = [...new Set([beganOn, ...own.map(({ onDay }) => onDay)])].toSorted();
  return days.flatMap((on) => {
    const score = attainmentScore(goals.map(({ goalId, weight, baselineLevel }) => ({ weight, level: levelOn(goalId, own, on) ?? baselineLevel })));
    return score === null ? [] : [{ on, score }];
  });
}
