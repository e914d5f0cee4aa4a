import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { insertColumns } from "./insert-columns.ts";

export interface TokensOfPerson { readonly personId: string; readonly tokens: readonly string[] }

/** Adds what persons are found by. Sorted, so that neighbouring index entries are written together. `fresh`: none of them can be there yet. */
export async function addTokens(tx: Tx, orgId: string, tokensByPerson: readonly TokensOfPerson[], { fresh = false }: { fresh?: boolean } = {}): Promise<void> {
  const rows = pairsOf(tokensByPerson).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  await insertColumns(tx, "people.search_tokens", orgId, [
    { name: "token", type: "text", values: rows.map(([token]) => token) },
    { name: "person_id", type: "uuid", values: rows.map(([, personId]) => personId) },
  ], fresh ? undefined : "do nothing");
}

/** Takes tokens away again, by key: the caller knows them, as they follow from names and numbers. */
export async function removeTokenPairs(tx: Tx, orgId: string, tokensByPerson: readonly TokensOfPerson[]): Promise<void> {
  const rows = pairsOf(tokensByPerson);
  if (rows.length === 0) return;
  await sql`delete from people.search_tokens t using unnest(${rows.map(([token]) => token)}::text[], ${rows.map(([, personId]) => personId)}::uuid[]) q(token, person_id)
    where t.org_id = ${orgId} and t.token = q.token and t.person_id = q.person_id`.execute(tx);
}

const pairsOf = (tokensByPerson: readonly TokensOfPerson[]) => tokensByPerson.flatMap(({ personId, tokens }) => tokens.map((token) => [token, personId] as const));
