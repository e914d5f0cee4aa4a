import { identitiesOf } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import { casesOfRecords, type CaseRow } from "../../store/cases/cases.ts";

/** Every case of each person, open or not, under any of their records; the latest opened first. The caller authorises its readers. */
export async function casesOf(tx: Tx, orgId: string, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly CaseRow[]>> {
  const identities = await identitiesOf(tx, orgId, [...new Set(personIds)]);
  const cases = await casesOfRecords(tx, orgId, [...new Set([...identities.values()].flat())]);
  return new Map([...identities].map(([asked, records]) => [asked, cases.filter(({ personId }) => records.includes(personId))]));
}
