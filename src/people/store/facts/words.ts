import type { Tx } from "#platform/db/connect.ts";
import { anyOf } from "../any-of.ts";
import { insertInterests, insertLanguages } from "./insert-facts.ts";
import type { DB } from "../tables.generated.ts";

/** Interests (兴趣) of many persons. */
export async function interestRows(tx: Tx, orgId: string, ids: readonly string[]): Promise<{ personId: string; word: string }[]> {
  return tx.withTables<DB>().selectFrom("people.interests").select(["personId", "interest as word"]).where("orgId", "=", orgId).where("personId", "=", anyOf(ids)).orderBy("interest").execute();
}

/** Languages (语言、方言、手语) of many persons. */
export async function languageRows(tx: Tx, orgId: string, ids: readonly string[]): Promise<{ personId: string; word: string }[]> {
  return tx.withTables<DB>().selectFrom("people.languages").select(["personId", "language as word"]).where("orgId", "=", orgId).where("personId", "=", anyOf(ids)).orderBy("language").execute();
}

export async function replaceInterests(tx: Tx, orgId: string, personId: string, words: readonly string[]): Promise<void> {
  await tx.withTables<DB>().deleteFrom("people.interests").where("orgId", "=", orgId).where("personId", "=", personId).execute();
  await insertInterests(tx, orgId, words.map((fact) => ({ personId, fact })), null);
}

export async function replaceLanguages(tx: Tx, orgId: string, personId: string, words: readonly string[]): Promise<void> {
  await tx.withTables<DB>().deleteFrom("people.languages").where("orgId", "=", orgId).where("personId", "=", personId).execute();
  await insertLanguages(tx, orgId, words.map((fact) => ({ personId, fact })), null);
}
