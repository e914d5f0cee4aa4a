import type { Refused } from "#platform/web/form.ts";

/** An action's answer when it refused, perhaps the one of one form among several; a redirect or another answer is none. */
export function refusedOf(answer: unknown, intent?: string, id?: string): Refused | undefined {
  if (typeof answer !== "object" || answer === null || !("refusal" in answer)) return undefined;
  const refused = answer as Refused;
  if (intent !== undefined && refused.values["intent"] !== intent) return undefined;
  return id === undefined || refused.values["goalId"] === id || refused.values["stepId"] === id ? refused : undefined;
}
