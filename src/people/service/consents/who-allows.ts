import type { Tx } from "#platform/db/connect.ts";
import { allows, declined } from "../../model/consents/consent.ts";
import type { Purpose } from "../../model/terms.ts";
import { consentsInForce } from "./consents-in-force.ts";

/**
 * Of these, whom a purpose may be served for on a day: the one question slices ask before they show, send, plan or propose somebody.
 * Read in the caller's transaction, so a withdrawal counts from its own commit on.
 */
export async function whoAllows(tx: Tx, orgId: string, personIds: readonly string[], purpose: Purpose, on: string): Promise<ReadonlySet<string>> {
  const held = await consentsInForce(tx, orgId, personIds, on);
  return new Set(personIds.filter((id) => held.has(id) && allows(purpose, held.get(id)!.get(purpose))));
}

/** Of these, who refused or took back their consent; whoever was never asked is not among them. */
export async function whoDeclined(tx: Tx, orgId: string, personIds: readonly string[], purpose: Purpose, on: string): Promise<ReadonlySet<string>> {
  const held = await consentsInForce(tx, orgId, personIds, on);
  return new Set(personIds.filter((id) => declined(held.get(id)?.get(purpose))));
}
