import { personCards } from "../../people/index.ts";
import { requireCapability } from "../../platform/access/can.ts";
import type { Page } from "../../platform/db/keyset.ts";
import type { Session } from "../../platform/db/session.ts";
import { listConcerns, type ConcernRow } from "../store/concerns.ts";

export interface NamedConcern extends ConcernRow {
  readonly aboutName: string;
  /** Nobody has looked at it yet. */
  readonly unseen: boolean;
}

/** Concerns for supervisors: open ones, or all. */
export async function listOpenConcerns(session: Session, { all = false, after }: { all?: boolean; after?: string | null } = {}): Promise<Page<NamedConcern>> {
  const { actor } = session;
  requireCapability(actor, "concerns.read");
  return session.read(async (tx) => {
    const page = await listConcerns(tx, actor.orgId, { open: !all }, { after: after ?? null });
    const cards = await personCards(tx, actor.orgId, page.rows.map(({ aboutId }) => aboutId));
    return { ...page, rows: page.rows.map((row) => ({ ...row, aboutName: cards.get(row.aboutId)?.name ?? "", unseen: Number(row.stepCount) === 0 })) };
  });
}
