import { POPULATIONS, populationOf } from "#casework/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import { wayOf, type Populate, type Way } from "../model/ladder.ts";
import { climbersOn } from "../store/days.ts";

/** The populations the ladder is counted by, as casework has them. Who cares for somebody counts as a carer first. */
export const LADDER_POPULATIONS: readonly string[] = POPULATIONS;
const populate: Populate = ({ carer, ageYears, disabled }) => (carer ? "carer" : populationOf({ ageYears, disabled }));

/** Everybody's way as it was on a day. The caller decides who sees what of it. */
export async function waysOn(tx: Tx, orgId: string, asOf: string): Promise<Way[]> {
  return (await climbersOn(tx, orgId, asOf)).map((climber) => wayOf(climber, asOf, populate));
}
