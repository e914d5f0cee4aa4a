import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import type { NeedCount, NeedFilter } from "../model/count.ts";
import { countNeedCells } from "../store/count-needs.ts";

/** Needs and different persons by code, community and population. Small numbers are shown as they are: for the organisation's own eyes. */
export async function countNeeds(session: Session, filter: NeedFilter): Promise<NeedCount[]> {
  requireCapability(session.actor, "people.read");
  return session.read((tx) => countNeedCells(tx, session.actor.orgId, filter));
}
