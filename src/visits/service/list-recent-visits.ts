import { personCards } from "../../people/index.ts";
import { requireCapability } from "../../platform/access/can.ts";
import type { Page } from "../../platform/db/keyset.ts";
import type { Session } from "../../platform/db/session.ts";
import { listVisits, type VisitRow } from "../store/visits.ts";

export interface NamedVisit extends VisitRow {
  readonly residentName: string;
  readonly helperName: string;
}

/** Meetings as they arrive, newest first, for workers. */
export async function listRecentVisits(session: Session, { after, pairId }: { after?: string | null; pairId?: string | undefined } = {}): Promise<Page<NamedVisit>> {
  const { actor } = session;
  requireCapability(actor, "visits.read");
  return session.read(async (tx) => {
    const page = await listVisits(tx, actor.orgId, { pairId }, { after: after ?? null });
    const cards = await personCards(tx, actor.orgId, page.rows.flatMap(({ residentId, helperId }) => [residentId, helperId]));
    const nameOf = (id: string) => cards.get(id)?.name ?? "";
    return { ...page, rows: page.rows.map((row) => ({ ...row, residentName: nameOf(row.residentId), helperName: nameOf(row.helperId) })) };
  });
}
