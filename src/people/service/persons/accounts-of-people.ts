import { accountsOfPersons, personsWhoLeft } from "#identity/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import { identitiesOf } from "../../store/persons/person-cards.ts";

/** The accounts of persons who may act for the organisation now, whichever of their records the account was opened for; by the id asked for. */
export async function accountsOfPeople(tx: Tx, orgId: string, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const records = await identitiesOf(tx, orgId, personIds);
  const accounts = await accountsOfPersons(tx, orgId, [...new Set([...records.values()].flat())]);
  return new Map([...records].flatMap(([id, own]) => {
    const account = own.map((one) => accounts.get(one)).find((one) => one !== undefined);
    return account === undefined ? [] : [[id, account] as const];
  }));
}

/** Of these persons, those whose membership has ended under any of their records and goes on under none. */
export async function peopleWhoLeft(tx: Tx, orgId: string, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  const records = await identitiesOf(tx, orgId, personIds);
  const left = await personsWhoLeft(tx, orgId, [...new Set([...records.values()].flat())]);
  const still = await accountsOfPeople(tx, orgId, personIds);
  return new Set([...records].flatMap(([id, own]) => (own.some((one) => left.has(one)) && !still.has(id) ? [id] : [])));
}
