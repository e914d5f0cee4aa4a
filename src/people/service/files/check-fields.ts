import { Refusal, type FieldFault } from "#kernel/refusal.ts";
import type { Tx } from "#platform/db/connect.ts";
import { unitNames } from "#places/index.ts";
import type { PersonFields } from "../../model/person.ts";
import { personFaults } from "../../model/person-faults.ts";

/** Refuses a person's fields that cannot be true: days, and a lane that does not lie in the community. */
export async function checkFields(tx: Tx, orgId: string, fields: Partial<PersonFields>, today: string): Promise<void> {
  const faults: FieldFault[] = personFaults(fields, today);
  const { communityId, laneId } = fields;
  const units = await unitNames(tx, orgId, [communityId, laneId].filter((id): id is string => typeof id === "string"));
  if (communityId && units.get(communityId)?.kind !== "community") faults.push({ field: "communityId", reason: "person.community_unknown" });
  if (laneId && communityId && units.get(laneId)?.parentId !== communityId) faults.push({ field: "laneId", reason: "person.lane_elsewhere" });
  if (faults.length > 0) throw new Refusal("invalid_input", "platform.check_fields", { fields: faults });
}
