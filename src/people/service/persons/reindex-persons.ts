import type { Tx } from "#platform/db/connect.ts";
import { tokensOf } from "../../model/search-tokens.ts";
import { identitiesOf } from "../../store/persons/person-cards.ts";
import { namesAndNumbers } from "../../store/facts/records-of.ts";
import { addTokens, removeTokenPairs } from "../../store/search-tokens.ts";

/** Runs work that changes names, numbers or merges of some persons, and brings what they are found by up to date. */
export async function reindexing<T>(tx: Tx, orgId: string, ids: readonly string[], work: () => Promise<T>): Promise<T> {
  const before = await tokensBySurvivor(tx, orgId, ids);
  const result = await work();
  const after = await tokensBySurvivor(tx, orgId, ids);
  const pairs = (from: typeof before, without: typeof before) => [...from].map(([personId, tokens]) => ({ personId, tokens: [...tokens].filter((token) => !without.get(personId)?.has(token)) }));
  await removeTokenPairs(tx, orgId, pairs(before, after));
  await addTokens(tx, orgId, pairs(after, before));
  return result;
}

/** A merged record is found under its survivor by its own names and numbers too. */
async function tokensBySurvivor(tx: Tx, orgId: string, ids: readonly string[]): Promise<Map<string, Set<string>>> {
  const groups = new Map([...(await identitiesOf(tx, orgId, ids)).values()].map((records) => [records[0]!, records]));
  const known = await namesAndNumbers(tx, orgId, [...groups.values()].flat());
  return new Map([...groups].map(([survivor, records]) => [survivor, new Set(records.flatMap((id) => { const facts = known.get(id); return facts ? tokensOf(facts) : []; }))]));
}
