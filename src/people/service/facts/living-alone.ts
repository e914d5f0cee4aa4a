import type { Tx } from "#platform/db/connect.ts";
import { identitiesOf } from "../../store/persons/person-cards.ts";
import { recordsLivingAlone } from "../../store/facts/dated-facts.ts";

/** Which of these people are known to live alone, under any of their records. The caller authorises. */
export async function livingAlone(tx: Tx, orgId: string, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  const identities = await identitiesOf(tx, orgId, personIds);
  const alone = new Set(await recordsLivingAlone(tx, orgId, [...new Set([...identities.values()].flat())]));
  return new Set(personIds.filter((id) => identities.get(id)?.some((record) => alone.has(record))));
}
