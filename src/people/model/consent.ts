import { z } from "zod";
import { Day } from "./person.ts";
import { CAPACITIES, CHANNELS, CONSENT_STATES, PURPOSES, type ConsentState, type Purpose } from "./terms.ts";

/** The words that were shown, kept by their hash. */
const ConsentText = z.object({ language: z.enum(["zh", "en"]), text: z.string().trim().min(1).max(10_000) });

export const NewConsent = z.object({
  personId: z.uuid(),
  purpose: z.enum(PURPOSES), state: z.enum(CONSENT_STATES), capacity: z.enum(CAPACITIES),
  byPersonId: z.uuid().nullish(), byName: z.string().trim().min(1).max(80).nullish(),
  /** First day it holds. */
  fromOn: Day,
  /** First day it no longer holds. */
  untilOn: Day.nullish(),
  channel: z.enum(CHANNELS),
  text: ConsentText.nullish(),
  note: z.string().trim().max(500).optional(),
});
export type NewConsent = z.infer<typeof NewConsent>;

/** One row of the trail of consents. */
export interface ConsentFact {
  readonly purpose: Purpose;
  readonly state: (typeof CONSENT_STATES)[number];
  readonly fromOn: string;
  readonly untilOn: string | null;
  readonly recordedAt: string;
}

/** What holds on a day: for each purpose the latest row that has begun. A purpose that is missing was never asked for. */
export function consentsOn(facts: readonly ConsentFact[], on: string): Map<Purpose, ConsentState> {
  const latest = new Map<Purpose, ConsentFact>();
  for (const fact of facts) {
    if (fact.fromOn > on) continue;
    const known = latest.get(fact.purpose);
    if (!known || fact.fromOn > known.fromOn || (fact.fromOn === known.fromOn && fact.recordedAt >= known.recordedAt)) latest.set(fact.purpose, fact);
  }
  return new Map([...latest].map(([purpose, { state, untilOn }]) => [purpose, state === "given" && untilOn !== null && untilOn <= on ? "expired" : state]));
}

/** A guardian or an agent must be named; a withdrawal or a refusal has no end; what is not yet so is not recorded. */
export function consentFaults(consent: NewConsent, today: string): { field: string; reason: string }[] {
  const faults: { field: string; reason: string }[] = [];
  if (consent.capacity !== "self" && !consent.byPersonId && !consent.byName) faults.push({ field: "byName", reason: "person.consent_by_whom" });
  if (consent.fromOn > today) faults.push({ field: "fromOn", reason: "person.in_future" });
  if (consent.untilOn && consent.untilOn <= consent.fromOn) faults.push({ field: "untilOn", reason: "person.consent_ends_before" });
  if (consent.untilOn && consent.state !== "given") faults.push({ field: "untilOn", reason: "person.consent_end_only_given" });
  return faults;
}
