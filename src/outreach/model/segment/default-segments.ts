import type { Criteria } from "./criteria.ts";

/**
 * The programme's own group: residents long at home, aged 16 to 45 on one fixed day, so that nobody grows out of the
 * programme while it runs. Source: the published account of the Qingyun programme (105 of 1,367 residents).
 */
export function homeboundYouth(fixedOn: string): Criteria {
  return { longAtHome: true, age: { fromYears: 16, toYears: 45, countedOn: { kind: "fixed", on: fixedOn } } };
}
