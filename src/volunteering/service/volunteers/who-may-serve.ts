import type { Tx } from "#platform/db/connect.ts";
import { selectProgrammes } from "../../store/programmes.ts";
import { loadRoster } from "./roster.ts";

/** Those of some persons who may serve on a day in any programme: approved, placed, agreement and the rest in force. Checks nothing: the caller authorises. */
export async function whoMayServe(tx: Tx, orgId: string, personIds: readonly string[], on: string): Promise<ReadonlySet<string>> {
  const may = new Set<string>();
  if (personIds.length === 0) return may;
  for (const { id } of await selectProgrammes(tx, orgId)) {
    for (const { standing, card } of await loadRoster(tx, orgId, id, on, personIds)) if (standing.mayServe) may.add(card.id);
  }
  return may;
}
