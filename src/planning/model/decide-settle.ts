import type { PlanContent } from "./plan.ts";

/** Why a draft cannot be put before somebody to sign yet; undefined when it can. */
export function settleFault({ goals, steps, reviewOn }: PlanContent, today: string): "no_goals" | "no_steps" | "review_past" | undefined {
  if (goals.length === 0) return "no_goals";
  if (goals.some(({ goalId }) => !steps.some((step) => step.goalId === goalId))) return "no_steps";
  if (reviewOn <= today) return "review_past";
  return undefined;
}
