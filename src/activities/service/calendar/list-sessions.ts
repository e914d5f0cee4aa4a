import { requireCapability } from "#platform/access/can.ts";
import type { Page } from "#platform/db/keyset.ts";
import type { Session } from "#platform/db/session.ts";
import { READ } from "../../model/policy.ts";
import { listOccasionRows, type OccasionFilter } from "../../store/list-occasions.ts";
import { nameOccasions, type NamedOccasion } from "./name-occasions.ts";

/** The calendar of activities, a page at a time. */
export async function listSessions(session: Session, filter: OccasionFilter, { after = null, limit = 40 }: { after?: string | null; limit?: number } = {}): Promise<Page<NamedOccasion>> {
  requireCapability(session.actor, READ);
  return session.read(async (tx) => {
    const page = await listOccasionRows(tx, session.actor.orgId, filter, { after, limit });
    return { rows: await nameOccasions(session, tx, page.rows), next: page.next };
  });
}

/** Sessions anybody may sign up for from today on; for the public page. */
export async function listOpenSessions(session: Session, limit = 40): Promise<readonly NamedOccasion[]> {
  return session.read(async (tx) => {
    const { rows } = await listOccasionRows(tx, session.actor.orgId, { from: session.today, openTo: ["public"], standing: true }, { after: null, limit });
    return nameOccasions(session, tx, rows);
  });
}
