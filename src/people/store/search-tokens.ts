import type { Tx } from "#platform/db/connect.ts";
import { insertColumns } from "./insert-columns.ts";
import type { DB } from "./tables.generated.ts";

/** Adds what persons are found by. Sorted, so that neighbouring index entries are written together. */
export async function addTokens(tx: Tx, orgId: string, tokensByPerson: readonly { personId: string; tokens: readonly string[] }[]): Promise<void> {
  const rows = tokensByPerson.flatMap(({ personId, tokens }) => tokens.map((token) => [token, personId] as const)).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  await insertColumns(tx, "people.search_tokens", orgId, [
    { name: "token", type: "text", values: rows.map(([token]) => token) },
    { name: "person_id", type: "uuid", values: rows.map(([, personId]) => personId) },
  ], "do nothing");
}

/** Takes tokens away again; the caller knows them, as they follow from what was there before. */
export async function removeTokens(tx: Tx, orgId: string, personId: string, tokens: readonly string[]): Promise<void> {
  if (tokens.length === 0) return;
  await tx.withTables<DB>().deleteFrom("people.searchTokens").where("orgId", "=", orgId).where("personId", "=", personId).where("token", "in", tokens).execute();
}
