import { addDays } from "#kernel/calendar.ts";
import type { ConsentState, Purpose } from "../../terms.ts";
import type { ConsentFact } from "../consent.ts";

/**
 * What holds, told slowly and another way: everything recorded by then is replayed in the order it was recorded onto a calendar of single
 * days. A row writes itself on each day from its own on, up to the day before a row that began later.
 */
export function slowConsent(facts: readonly ConsentFact[], purpose: Purpose, on: string, knownAt: string): ConsentState | undefined {
  const known = facts.map((fact, order) => ({ fact, order })).filter(({ fact }) => fact.purpose === purpose && fact.recordedAt <= knownAt)
    .sort((a, b) => a.fact.recordedAt.localeCompare(b.fact.recordedAt) || a.order - b.order).map(({ fact }) => fact);
  const first = known.map(({ fromOn }) => fromOn).sort()[0];
  if (first === undefined) return undefined;
  const calendar = new Map<string, ConsentFact>();
  for (const fact of known) {
    for (let day = first; day <= on; day = addDays(day, 1)) {
      const standing = calendar.get(day);
      if (day >= fact.fromOn && (standing === undefined || standing.fromOn <= fact.fromOn)) calendar.set(day, fact);
    }
  }
  const standing = calendar.get(on);
  if (standing === undefined) return undefined;
  const over = standing.state === "given" && standing.untilOn !== null && on >= standing.untilOn;
  return over ? "expired" : standing.state;
}
