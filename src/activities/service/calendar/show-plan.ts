import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { READ } from "../../model/policy.ts";
import { type Planned, readOccasion } from "../ground.ts";

/** One session and its series, without anybody signed up. */
export async function showPlan(session: Session, sessionId: string): Promise<Planned> {
  requireCapability(session.actor, READ);
  return session.read((tx) => readOccasion(tx, session.actor.orgId, sessionId));
}
