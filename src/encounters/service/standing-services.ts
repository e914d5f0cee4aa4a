import type { Tx } from "#platform/db/connect.ts";
import { standingEntries, type StandingEntry } from "../store/encounters.ts";

/** What a service says now, for the slice whose step it was; `withdrawn` once it was taken back. */
export type StandingService = StandingEntry;

/** Services by id, as they stand after every correction. The caller authorises. */
export async function standingServices(tx: Tx, orgId: string, ids: readonly string[]): Promise<ReadonlyMap<string, StandingService>> {
  return new Map((await standingEntries(tx, orgId, ids)).map((row) => [row.encounterId, row]));
}
