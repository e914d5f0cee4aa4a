import type { FieldFault } from "#kernel/refusal.ts";
import type { PersonFields } from "./person.ts";

/** What cannot be true of a person, field by field. */
export function personFaults({ birthOn, deceasedOn, laneId, communityId }: Partial<PersonFields>, today: string): FieldFault[] {
  const faults: FieldFault[] = [];
  if (birthOn && birthOn > today) faults.push({ field: "birthOn", reason: "person.in_future" });
  if (deceasedOn && deceasedOn > today) faults.push({ field: "deceasedOn", reason: "person.in_future" });
  if (birthOn && deceasedOn && deceasedOn < birthOn) faults.push({ field: "deceasedOn", reason: "person.deceased_before_birth" });
  if (laneId && !communityId) faults.push({ field: "communityId", reason: "person.lane_without_community" });
  return faults;
}
