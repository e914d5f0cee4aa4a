import type { Tx } from "#platform/db/connect.ts";
import { anyOf } from "../any-of.ts";
import type { DB } from "../tables.generated.ts";

/** What the search index of a person is made of. */
export interface NamesAndNumbers {
  readonly names: readonly string[];
  readonly phones: readonly string[];
}

/** Names and numbers by record, for the search index. Two queries. */
export async function namesAndNumbers(tx: Tx, orgId: string, ids: readonly string[]): Promise<ReadonlyMap<string, NamesAndNumbers>> {
  const db = tx.withTables<DB>();
  const persons = await db.selectFrom("people.persons").select(["id", "name", "preferredName"]).where("orgId", "=", orgId).where("id", "=", anyOf(ids)).execute();
  const contacts = await db.selectFrom("people.contacts").select(["personId", "value"]).where("orgId", "=", orgId).where("personId", "=", anyOf(ids)).where("kind", "in", ["mobile", "landline"]).execute();
  const phones = Map.groupBy(contacts, ({ personId }) => personId);
  return new Map(persons.map(({ id, name, preferredName }) => [id, { names: preferredName ? [name, preferredName] : [name], phones: (phones.get(id) ?? []).map(({ value }) => value) }]));
}

/** Telephone and other contacts of many records, those to try first first. */
export async function contactsOf(tx: Tx, orgId: string, ids: readonly string[]) {
  return tx.withTables<DB>().selectFrom("people.contacts").select(["id", "personId", "kind", "value", "whose", "holderName", "relation", "rank", "fromOn", "untilOn"])
    .where("orgId", "=", orgId).where("personId", "=", anyOf(ids)).orderBy("rank").orderBy("whose", "desc").orderBy("id").execute();
}

/** Identifiers of many records, still sealed. */
export async function identifiersOf(tx: Tx, orgId: string, ids: readonly string[]) {
  return tx.withTables<DB>().selectFrom("people.identifiers").select(["id", "personId", "system", "sealed", "blind", "last4", "fault", "recordedAt"])
    .where("orgId", "=", orgId).where("personId", "=", anyOf(ids)).orderBy("system").orderBy("recordedAt").execute();
}

/** Current facts of one record that a merge copies to the survivor when it has none of its own. */
export async function currentFacts(tx: Tx, orgId: string, personId: string) {
  const db = tx.withTables<DB>();
  const disability = await db.selectFrom("people.disabilityFacts").select(["type", "grade", "fromOn"]).where("orgId", "=", orgId).where("personId", "=", personId).where("untilOn", "is", null).executeTakeFirst();
  const situations = await db.selectFrom("people.situations").select(["kind", "value", "sinceOn"]).where("orgId", "=", orgId).where("personId", "=", personId).where("untilOn", "is", null).execute();
  const roles = await db.selectFrom("people.roleEpisodes").select(["role", "fromOn", "reason"]).where("orgId", "=", orgId).where("personId", "=", personId).where("untilOn", "is", null).execute();
  const interests = await db.selectFrom("people.interests").select("interest").where("orgId", "=", orgId).where("personId", "=", personId).execute();
  const languages = await db.selectFrom("people.languages").select("language").where("orgId", "=", orgId).where("personId", "=", personId).execute();
  return { disability: disability ?? null, situations, roles, interests: interests.map(({ interest }) => interest), languages: languages.map(({ language }) => language) };
}

/** Removes one contact; its kind, or undefined when there was none. */
export async function deleteContact(tx: Tx, orgId: string, personId: string, id: string): Promise<string | undefined> {
  const row = await tx.withTables<DB>().deleteFrom("people.contacts").where("orgId", "=", orgId).where("personId", "=", personId).where("id", "=", id).returning("kind").executeTakeFirst();
  return row?.kind;
}

/** One identifier, still sealed. */
export async function readIdentifier(tx: Tx, orgId: string, id: string) {
  return tx.withTables<DB>().selectFrom("people.identifiers").select(["id", "personId", "system", "sealed", "last4"]).where("orgId", "=", orgId).where("id", "=", id).executeTakeFirst();
}
