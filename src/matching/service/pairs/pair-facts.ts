import { whoAllows } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import { eligibleHelpers } from "#volunteering/index.ts";
import type { PairFacts } from "../../model/decide-pair.ts";

/** What must be true of two people on a day: the volunteer's pathway and the resident's consent. */
export async function factsOf(
  tx: Tx, orgId: string, { programmeId, residentId, helperId }: { programmeId: string; residentId: string; helperId: string }, on: string, { meeting = false } = {},
): Promise<PairFacts> {
  const offer = (await eligibleHelpers(tx, orgId, programmeId, on, [helperId])).find(({ personId }) => personId === helperId);
  return {
    helperEligible: offer !== undefined && (!meeting || offer.mayServe),
    consentStands: (await whoAllows(tx, orgId, [residentId], "be_matched", on)).has(residentId),
  };
}
