import { z } from "zod";
import { Criteria } from "./criteria.ts";

const several = z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(z.string()));
const years = z.coerce.number().int().min(0).max(130).optional();

/** A segment as its form sends it: everything optional but the name. */
export const SegmentForm = z.object({
  name: z.string().trim().min(1).max(80),
  longAtHome: z.enum(["yes", "no"]).optional(),
  ageFrom: years, ageTo: years,
  countedOn: z.enum(["today", "fixed"]).default("today"),
  fixedDay: z.iso.date().optional(),
  sex: z.enum(["female", "male"]).optional(),
  types: several, grades: several, communityIds: several,
  employment: z.string().trim().max(40).optional(),
  notReachedDays: z.coerce.number().int().min(1).max(3650).optional(),
}).superRefine(({ ageFrom, ageTo, countedOn, fixedDay }, check) => {
  if (ageFrom !== undefined && ageTo !== undefined && ageFrom > ageTo) check.addIssue({ code: "custom", path: ["ageTo"], message: "segment.ages_reversed" });
  if (countedOn === "fixed" && (ageFrom !== undefined || ageTo !== undefined) && !fixedDay) check.addIssue({ code: "custom", path: ["fixedDay"], message: "segment.day_missing" });
});
export type SegmentForm = z.output<typeof SegmentForm>;

/** The criteria a form means; what was left empty does not matter. */
export function criteriaOf(form: SegmentForm): Criteria {
  const { longAtHome, ageFrom, ageTo, countedOn, fixedDay, sex, types, grades, communityIds, employment, notReachedDays } = form;
  const aged = ageFrom !== undefined || ageTo !== undefined;
  return Criteria.parse({
    ...(longAtHome && { longAtHome: longAtHome === "yes" }),
    ...(aged && { age: { fromYears: ageFrom, toYears: ageTo, countedOn: countedOn === "fixed" ? { kind: "fixed", on: fixedDay } : { kind: "today" } } }),
    ...(sex && { sex }), ...(types.length > 0 && { disabilityTypes: types.map(Number) }), ...(grades.length > 0 && { disabilityGrades: grades.map(Number) }),
    ...(communityIds.length > 0 && { communityIds }), ...(employment && { employment }), ...(notReachedDays !== undefined && { notReachedDays }),
  });
}

/** Criteria as the form shows them. */
export function formOf(criteria: Criteria): Omit<z.input<typeof SegmentForm>, "name"> {
  const { longAtHome, age, sex, disabilityTypes = [], disabilityGrades = [], communityIds = [], employment, notReachedDays } = criteria;
  return {
    ...(longAtHome !== undefined && { longAtHome: longAtHome ? "yes" as const : "no" as const }),
    ...(age && { ageFrom: age.fromYears, ageTo: age.toYears, countedOn: age.countedOn.kind, fixedDay: age.countedOn.kind === "fixed" ? age.countedOn.on : undefined }),
    ...(sex && { sex }), types: disabilityTypes.map(String), grades: disabilityGrades.map(String), communityIds: [...communityIds], ...(employment && { employment }), notReachedDays,
  };
}
