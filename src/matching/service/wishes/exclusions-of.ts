import { identitiesOf } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import { selectExclusions } from "../../store/rounds.ts";

/**
 * Whom each resident must not be brought together with, as noted about any record that stands for either of them: what was noted before two
 * records became one person holds on. By the id asked for; every record of whom it is noted against. The caller authorises.
 */
export async function exclusionsOf(tx: Tx, orgId: string, residentIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const residents = await identitiesOf(tx, orgId, residentIds);
  const noted = await selectExclusions(tx, orgId, [...new Set([...residents.values()].flat())]);
  const helpers = await identitiesOf(tx, orgId, [...new Set([...noted.values()].flat())]);
  return new Map([...residents].flatMap(([id, records]) => {
    const against = records.flatMap((one) => noted.get(one) ?? []).flatMap((helper) => helpers.get(helper) ?? [helper]);
    return against.length === 0 ? [] : [[id, [...new Set(against)]] as const];
  }));
}
