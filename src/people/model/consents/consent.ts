import { z } from "zod";
import { Day } from "../person.ts";
import { CAPACITIES, CHANNELS, CONSENT_STATES, PURPOSES, type ConsentState, type Purpose } from "../terms.ts";

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

/**
 * What holds for a purpose on a day: the row that began last, of those the one recorded last. Undefined: never asked for.
 *
 * @param knownAt leave out what was recorded later than this instant: what could be known then
 */
export function consentAt(facts: readonly ConsentFact[], purpose: Purpose, on: string, knownAt?: string): ConsentState | undefined {
  let latest: ConsentFact | undefined;
  for (const fact of facts) {
    if (fact.purpose !== purpose || fact.fromOn > on || (knownAt !== undefined && fact.recordedAt > knownAt)) continue;
    if (!latest || fact.fromOn > latest.fromOn || (fact.fromOn === latest.fromOn && fact.recordedAt >= latest.recordedAt)) latest = fact;
  }
  return latest && (latest.state === "given" && latest.untilOn !== null && latest.untilOn <= on ? "expired" : latest.state);
}

/** What holds on a day, by purpose; a purpose that is missing was never asked for. */
export function consentsOn(facts: readonly ConsentFact[], on: string): Map<Purpose, ConsentState> {
  return new Map(PURPOSES.flatMap((purpose) => {
    const state = consentAt(facts, purpose, on);
    return state ? [[purpose, state] as const] : [];
  }));
}

/** Said no: refused, or took their consent back. */
export const declined = (state: ConsentState | undefined): boolean => state === "refused" || state === "withdrawn";

/** Purposes for which nothing may be done before somebody agreed. Keeping a file and getting in touch rest on the task itself until they are declined. */
const ASKED_FIRST: ReadonlySet<Purpose> = new Set(["share", "photograph", "be_matched"]);

/** Whether what holds lets us do it. */
export const allows = (purpose: Purpose, state: ConsentState | undefined): boolean => (ASKED_FIRST.has(purpose) ? state === "given" : !declined(state));

/** A guardian or an agent must be named; a withdrawal or a refusal has no end; what is not yet so is not recorded. */
export function consentFaults(consent: NewConsent, today: string): { field: string; reason: string }[] {
  const faults: { field: string; reason: string }[] = [];
  if (consent.capacity !== "self" && !consent.byPersonId && !consent.byName) faults.push({ field: "byName", reason: "person.consent_by_whom" });
  if (consent.fromOn > today) faults.push({ field: "fromOn", reason: "person.in_future" });
  if (consent.untilOn && consent.untilOn <= consent.fromOn) faults.push({ field: "untilOn", reason: "person.consent_ends_before" });
  if (consent.untilOn && consent.state !== "given") faults.push({ field: "untilOn", reason: "person.consent_end_only_given" });
  return faults;
}
