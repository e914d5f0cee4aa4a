import type { Tx } from "../../../platform/db/connect.ts";
import { accountsByPerson, formerMembers, personsByAccount } from "../../store/capability-holders.ts";

/** The accounts of persons who may act for the organisation now, e.g. a volunteer's own; by person. Who has none is missing. */
export async function accountsOfPersons(tx: Tx, orgId: string, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return personIds.length === 0 ? new Map() : new Map((await accountsByPerson(tx, orgId, personIds)).map(({ personId, accountId }) => [personId, accountId]));
}

/** The persons behind accounts that may act for the organisation now; by account. Staff who are nobody in the register are missing. */
export async function personsOfAccounts(tx: Tx, orgId: string, accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return accountIds.length === 0 ? new Map() : new Map((await personsByAccount(tx, orgId, accountIds)).map(({ personId, accountId }) => [accountId, personId]));
}

/** Of these persons, those whose membership has ended, e.g. volunteers who left. */
export async function personsWhoLeft(tx: Tx, orgId: string, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set(personIds.length === 0 ? [] : await formerMembers(tx, orgId, personIds));
}
