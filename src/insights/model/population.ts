import { ageOn } from "../../kernel/calendar.ts";

/** The populations a return counts by (人群). A person belongs to exactly one, the first that fits. */
export const POPULATIONS = ["carer", "child", "disabled_young", "disabled_adult", "elder", "other"] as const;
export type Population = (typeof POPULATIONS)[number];

/** Ages are completed years on the day of the service. Young means 18 to 45 here, as in the Qingyun programme; a rule of the house. */
export function populationOf(person: { birthOn: string | null; disabilityType: string | null; carer: boolean }, on: string): Population {
  if (person.carer) return "carer";
  const age = person.birthOn === null ? null : ageOn(person.birthOn, on);
  if (age !== null && age < 18) return "child";
  if (person.disabilityType !== null) return age !== null && age <= 45 ? "disabled_young" : "disabled_adult";
  return age !== null && age >= 60 ? "elder" : "other";
}
