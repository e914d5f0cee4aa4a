import type { Tx } from "../../../platform/db/connect.ts";
import { accountsByPerson } from "../../store/capability-holders.ts";

/** The accounts of persons who may act for the organisation now, e.g. a volunteer's own; by person. Who has none is missing. */
export async function accountsOfPersons(tx: Tx, orgId: string, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return personIds.length === 0 ? new Map() : new Map((await accountsByPerson(tx, orgId, personIds)).map(({ personId, accountId }) => [personId, accountId]));
}
