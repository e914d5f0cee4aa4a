import type { Session } from "#platform/db/session.ts";
import { countRaisedSince } from "../store/incidents.ts";

/** How many incidents the actor may know of were written down since an instant; null for whoever has no part in safeguarding. */
export async function countNewIncidents({ actor, read }: Session, since: Date): Promise<number | null> {
  if (!actor.strong || !(actor.capabilities.has("safeguarding.report") || actor.capabilities.has("safeguarding.lead"))) return null;
  return read((tx) => countRaisedSince(tx, actor.orgId, since.toISOString(), actor));
}
