import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { type Programme, selectProgrammes } from "../../store/programmes.ts";

/** The organisation's programmes, the oldest first. */
export async function listProgrammes(session: Session): Promise<Programme[]> {
  requireCapability(session.actor, "volunteers.read");
  return session.read((tx) => selectProgrammes(tx, session.actor.orgId));
}
