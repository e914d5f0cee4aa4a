import { ageOn } from "#kernel/calendar.ts";
import type { ConsentState, Purpose } from "./terms.ts";

/** What keeps people safe and must be seen before anything is done. */
export type Alert =
  | { readonly what: "deceased"; readonly on: string }
  | { readonly what: "no_data" | "no_contact" | "minor_14" | "minor" }
  | { readonly what: "must_not"; readonly name: string };

/** Source of the ages: PIPL art. 31 (under 14), Civil Code art. 17 (under 18). */
export function alertsOf(file: {
  birthOn: string | null; deceasedOn: string | null;
  consents: Readonly<Partial<Record<Purpose, ConsentState>>>;
  relatives: readonly { readonly otherName: string; readonly contactRule: string; readonly untilOn: string | null }[];
}, today: string): Alert[] {
  const { birthOn, deceasedOn, consents, relatives } = file;
  const refused = (purpose: Purpose) => consents[purpose] === "refused" || consents[purpose] === "withdrawn";
  const age = birthOn === null ? null : ageOn(birthOn, today);
  return [
    ...(deceasedOn ? [{ what: "deceased" as const, on: deceasedOn }] : []),
    ...(refused("keep_data") ? [{ what: "no_data" as const }] : []),
    ...(refused("contact") ? [{ what: "no_contact" as const }] : []),
    ...relatives.filter(({ contactRule }) => contactRule === "must_not").map(({ otherName }) => ({ what: "must_not" as const, name: otherName })),
    ...(age !== null && age < 14 ? [{ what: "minor_14" as const }] : age !== null && age < 18 ? [{ what: "minor" as const }] : []),
  ];
}
