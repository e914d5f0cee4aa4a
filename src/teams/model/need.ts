import { LEVELS, type Level } from "./terms.ts";

/** What speaks for looking in more often; for workers only. */
export interface NeedFacts {
  readonly ageYears: number | null;
  readonly livesAlone: boolean;
  readonly longAtHome: boolean;
}

/** A first answer to how often; a worker decides. Age, being at home and living alone are what the Warm Heart team went by. */
export function suggestLevel({ ageYears, livesAlone, longAtHome }: NeedFacts): Level {
  const points = (ageYears === null ? 0 : ageYears >= 85 ? 2 : ageYears >= 80 ? 1 : 0) + (livesAlone ? 2 : 0) + (longAtHome ? 1 : 0);
  return points >= 3 ? "often" : points >= 1 ? "weekly" : "on_call";
}

/** The most pressing first. */
export const byNeed = (a: { readonly level: Level; readonly name: string }, b: { readonly level: Level; readonly name: string }): number =>
  LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || a.name.localeCompare(b.name, "zh-CN");
