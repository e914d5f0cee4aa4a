import { z } from "zod";

/** In which situation of life somebody has a need; one person may have needs in two, e.g. a mother of 66 as carer and as elder. */
export const Population = z.enum(["disabled_youth", "disabled_adult", "carer", "elder", "child", "resident"]);
export type Population = z.infer<typeof Population>;
export const POPULATIONS = Population.options;

/** What is known of the person when the need is heard. */
export interface LifeFacts {
  /** Completed years on the day; null when the birth date is unknown. */
  readonly ageYears: number | null;
  readonly disabled: boolean;
}

/** Ages at which one population ends and the next begins. Source: the programme's own group (16–45); 60 by the law on elders (老年人权益保障法). */
const [YOUTH_FROM, ELDER_FROM, YOUTH_TO] = [16, 60, 45];

/** The population somebody belongs to for their own needs; a carer's needs as carer are said to be so when they are recorded. */
export function populationOf({ ageYears, disabled }: LifeFacts): Population {
  if (ageYears === null) return disabled ? "disabled_adult" : "resident";
  if (ageYears < YOUTH_FROM) return "child";
  if (disabled && ageYears <= YOUTH_TO) return "disabled_youth";
  if (ageYears >= ELDER_FROM) return "elder";
  if (ageYears < 18) return "child";
  return disabled ? "disabled_adult" : "resident";
}
