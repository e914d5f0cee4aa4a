import { listUnits, unitNames } from "#places/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { ageDayOf, type Criteria } from "../../model/segment/criteria.ts";
import { gatherPlaces, type PlaceCount } from "../gather-places.ts";
import { countMembers } from "./ask-register.ts";

/** How many a segment holds, by community and lane. */
export interface SegmentCount {
  readonly persons: number;
  /** The day ages were counted on; shown beside every figure. */
  readonly agesOn: string;
  readonly places: readonly PlaceCount[];
}

/** Counts a segment, saved or only thought of, as the register stands now. Communities with nobody in them are shown too. */
export async function countSegment(session: Session, criteria: Criteria): Promise<SegmentCount> {
  const { actor, today } = session;
  requireCapability(actor, "outreach.work");
  return session.read(async (tx) => {
    const { persons, byPlace } = await countMembers(tx, actor.orgId, criteria, today);
    const communities = await listUnits(tx, actor.orgId, { kinds: ["community"], on: today });
    const names = await unitNames(tx, actor.orgId, byPlace.flatMap(({ communityId, laneId }) => [communityId, laneId].filter((id) => id !== null)));
    const empty = communities.filter(({ id }) => !criteria.communityIds || criteria.communityIds.includes(id)).map(({ id, name }) => ({ id, name }));
    return { persons, agesOn: ageDayOf(criteria, today), places: gatherPlaces(byPlace.map(({ persons: count, ...place }) => ({ ...place, count })), names, empty) };
  });
}
