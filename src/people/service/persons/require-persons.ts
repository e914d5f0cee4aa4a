import { Refusal } from "#kernel/refusal.ts";
import type { Tx } from "#platform/db/connect.ts";
import { knownIds } from "../../store/persons/persons.ts";

/** Refuses when one of the persons is not known in this organisation. */
export async function requirePersons(tx: Tx, orgId: string, ids: readonly string[]): Promise<void> {
  const asked = new Set(ids);
  if ((await knownIds(tx, orgId, [...asked])).length !== asked.size) throw new Refusal("not_found", "person.not_found");
}
