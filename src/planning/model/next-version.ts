import type { PlanContent } from "./plan.ts";
import type { StepState } from "./standing.ts";

/** What the next version begins with: every goal under its own id, and the steps that are still open. Done and dropped ones stay in the version they stood in. */
export function carriedOver(current: PlanContent, stateOf: (stepId: string) => StepState): PlanContent {
  return { ...current, number: current.number + 1, steps: current.steps.filter(({ stepId }) => stateOf(stepId) === "open") };
}
