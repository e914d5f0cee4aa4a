import { countPersons, identitiesOf, listPersonRows, personIdsOf, type PersonCounts, type PersonFilter, type PersonRow } from "#people/index.ts";
import { addDays } from "#kernel/calendar.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Page } from "#platform/db/keyset.ts";
import { ageDayOf, type Criteria } from "../../model/segment/criteria.ts";
import { reachedSince } from "../../store/attempts.ts";

/** A segment put to the register: its filter, and the day ages are counted on. */
interface Question {
  readonly filter: PersonFilter;
  readonly agesOn: string;
}

/** Everybody of a segment. */
export async function membersOf(tx: Tx, orgId: string, criteria: Criteria, today: string): Promise<string[]> {
  const { filter, agesOn } = await questionOf(tx, orgId, criteria, today);
  return personIdsOf(tx, orgId, filter, agesOn);
}

/** How many they are, by place. */
export async function countMembers(tx: Tx, orgId: string, criteria: Criteria, today: string): Promise<PersonCounts> {
  const { filter, agesOn } = await questionOf(tx, orgId, criteria, today);
  return countPersons(tx, orgId, filter, agesOn);
}

/** A page of them by name, perhaps of one place only. */
export async function listMembers(
  tx: Tx, orgId: string, criteria: Criteria, today: string, { communityId, laneId, ...paging }: { communityId?: string; laneId?: string; after?: string | null; limit?: number },
): Promise<Page<PersonRow>> {
  const { filter, agesOn } = await questionOf(tx, orgId, criteria, today);
  const place: PersonFilter = communityId === "none" ? { noCommunity: true } : { ...(communityId && { communityIds: [communityId] }), ...(laneId && { laneIds: [laneId] }) };
  return listPersonRows(tx, orgId, { ...filter, ...place }, agesOn, paging);
}

/** The register's own filter. Who was reached lately only this slice knows: then the filter names those who remain. */
async function questionOf(tx: Tx, orgId: string, criteria: Criteria, today: string): Promise<Question> {
  const { longAtHome, age, sex, disabilityTypes, disabilityGrades, communityIds, employment, notReachedDays } = criteria;
  const agesOn = ageDayOf(criteria, today);
  const filter: PersonFilter = {
    living: true,
    ...(longAtHome !== undefined && { longAtHome: longAtHome ? "yes" : "no" }),
    ...(age?.fromYears !== undefined && { ageFrom: age.fromYears }), ...(age?.toYears !== undefined && { ageTo: age.toYears }),
    ...(sex && { sex }), ...(communityIds && { communityIds }), ...(employment && { employment }),
    ...(disabilityTypes && { disabilityTypes: disabilityTypes as PersonFilter["disabilityTypes"] }),
    ...(disabilityGrades && { disabilityGrades: disabilityGrades as PersonFilter["disabilityGrades"] }),
  };
  if (notReachedDays === undefined) return { filter, agesOn };
  const reached = await reachedSince(tx, orgId, addDays(today, -notReachedDays));
  const standFor = await identitiesOf(tx, orgId, reached);
  const lately = new Set([...standFor.values()].map(([survivor]) => survivor));
  const ids = (await personIdsOf(tx, orgId, filter, agesOn)).filter((id) => !lately.has(id));
  return { filter: { ids }, agesOn };
}
