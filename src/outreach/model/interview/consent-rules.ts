/** How somebody decides: alone, with support, or a guardian decides for them (监护人代为决定). */
export const UNDERSTANDINGS = ["alone", "with_support", "guardian"] as const;
export type Understanding = (typeof UNDERSTANDINGS)[number];

/** Age from which somebody consents for themselves. Source: 民法典 art. 17–19 (full age 18); PIPL art. 31 asks a guardian below 14. */
const FULL_AGE = 18;

/** True when only a guardian's word counts as consent. A person of unknown age who decides alone is taken at their word. */
export function needsGuardian(ageYears: number | null, understanding: Understanding): boolean {
  return understanding === "guardian" || (ageYears !== null && ageYears < FULL_AGE);
}

/** May consent be given in this capacity? A refusal may always be said by the person themselves: nobody is overruled into a yes. */
export function decideConsentBy(
  { ageYears, understanding }: { ageYears: number | null; understanding: Understanding },
  { capacity, answers }: { capacity: "self" | "guardian" | "agent"; answers: readonly ("given" | "refused")[] },
): { readonly allowed: true } | { readonly allowed: false; readonly reason: "guardian_needed" } {
  const asks = answers.includes("given");
  return asks && capacity !== "guardian" && needsGuardian(ageYears, understanding) ? { allowed: false, reason: "guardian_needed" } : { allowed: true };
}
