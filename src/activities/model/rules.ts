import { z } from "zod";
import { CRITERIA } from "./waiting/waiting-list.ts";

/** Groups an activity can be meant for; what puts somebody in one stands in `populationsOf`. */
export const POPULATIONS = ["child", "elder", "disabled", "homebound", "carer"] as const;
export type Population = (typeof POPULATIONS)[number];

/** Who may take part; an empty list means no limit. */
export const Eligibility = z.object({
  minAge: z.number().int().min(0).max(120).nullable(),
  maxAge: z.number().int().min(0).max(120).nullable(),
  communityIds: z.array(z.uuid()).max(100),
  populations: z.array(z.enum(POPULATIONS)),
});
export type Eligibility = z.infer<typeof Eligibility>;

/** The rules of a series, as data: who may come, and in which order the waiting list moves. */
export const SeriesRules = z.object({ eligibility: Eligibility, priority: z.array(z.enum(CRITERIA)) });
export type SeriesRules = z.infer<typeof SeriesRules>;

/** What is known of somebody who wants to come, on the day of the session. */
export interface Applicant {
  readonly age: number | null;
  readonly communityId: string | null;
  readonly populations: ReadonlySet<Population>;
}

export type Hindrance = "too_young" | "too_old" | "age_unknown" | "other_community" | "other_population";

/** Why somebody may not take part; empty when they may. Companions come with somebody who may, so they are not asked. */
export function hindrancesOf({ minAge, maxAge, communityIds, populations }: Eligibility, who: Applicant): Hindrance[] {
  const age: Hindrance[] = minAge === null && maxAge === null ? []
    : who.age === null ? ["age_unknown"]
    : [...(minAge !== null && who.age < minAge ? ["too_young" as const] : []), ...(maxAge !== null && who.age > maxAge ? ["too_old" as const] : [])];
  return [
    ...age,
    ...(communityIds.length > 0 && !communityIds.includes(who.communityId ?? "") ? ["other_community" as const] : []),
    ...(populations.length > 0 && !populations.some((one) => who.populations.has(one)) ? ["other_population" as const] : []),
  ];
}

/** Groups somebody belongs to. Ages: child under 18, elder from 60 (老年人权益保障法 第二条). */
export function populationsOf(who: { age: number | null; disabled: boolean; homebound: boolean; carer: boolean }): Set<Population> {
  return new Set<Population>([
    ...(who.age !== null && who.age < 18 ? ["child" as const] : []), ...(who.age !== null && who.age >= 60 ? ["elder" as const] : []),
    ...(who.disabled ? ["disabled" as const] : []), ...(who.homebound ? ["homebound" as const] : []), ...(who.carer ? ["carer" as const] : []),
  ]);
}
