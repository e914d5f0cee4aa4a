import type { PairExplanation } from "./explain-pairs.ts";

/** What choosing the alternative would do, one thing at a time, the plainest first. */
export type Effect =
  | { readonly kind: "farther"; readonly resident: number; readonly metres: number }
  | { readonly kind: "fewer_hours"; readonly minutes: number }
  | { readonly kind: "less_fitting" }
  | { readonly kind: "losing"; readonly residents: readonly number[] }
  | { readonly kind: "changing"; readonly count: number }
  | { readonly kind: "dearer" }
  /** Cheaper in all, and yet not what the round chose: less fair, or moving pairs that were to stay. */
  | { readonly kind: "less_even" };

/** Differences below these are not worth a word. */
const METRES_WORTH_SAYING = 100;
const MINUTES_WORTH_SAYING = 15;

/** The effects of an alternative; none means that everything else would stay as good as it is. */
export function effectsOf({ resident, parts, alternative }: PairExplanation): Effect[] {
  if (!alternative) return [];
  const param = (of: typeof parts, part: string, name: string): number | null => {
    const value = of.find((one) => one.part === part)?.params[name];
    return typeof value === "number" ? value : null;
  };
  const grown = (part: string, name: string): number => {
    const [now, then] = [param(parts, part, name), param(alternative.parts, part, name)];
    return then === null ? 0 : then - (now ?? (part === "travel" && parts.some(({ key }) => key === "same_community") ? 0 : then));
  };
  const effects: Effect[] = [];
  const metres = grown("travel", "metres");
  if (metres >= METRES_WORTH_SAYING) effects.push({ kind: "farther", resident, metres });
  const minutes = -grown("hours", "minutes");
  if (minutes >= MINUTES_WORTH_SAYING) effects.push({ kind: "fewer_hours", minutes });
  if (effects.length === 0 && alternative.ownCost > 0) effects.push({ kind: "less_fitting" });
  if (alternative.losing.length > 0) effects.push({ kind: "losing", residents: alternative.losing });
  if (alternative.changing.length > 0) effects.push({ kind: "changing", count: alternative.changing.length });
  if (effects.length === 0 && alternative.totalCost > 0) effects.push({ kind: "dearer" });
  if (effects.length === 0 && alternative.totalCost < 0) effects.push({ kind: "less_even" });
  return effects;
}
