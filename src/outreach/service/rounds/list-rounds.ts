import { requireCapability } from "#platform/access/can.ts";
import type { Page } from "#platform/db/keyset.ts";
import type { Session } from "#platform/db/session.ts";
import { progressOf, type Progress } from "../../store/progress.ts";
import { listRoundRows, type Round } from "../../store/rounds.ts";

export const NO_PROGRESS: Progress = { members: 0, reached: 0, refused: 0, moved: 0, deceased: 0, notReached: 0, open: 0, overdue: 0, unassigned: 0, attempts: 0 };

/** A round with how far it has come. */
export type RoundWithProgress = Round & { readonly progress: Progress };

/** Rounds, newest first. */
export async function listRounds(session: Session, paging: { after?: string | null; limit?: number; open?: boolean } = {}): Promise<Page<RoundWithProgress>> {
  const { actor, today } = session;
  requireCapability(actor, "outreach.work");
  return session.read(async (tx) => {
    const page = await listRoundRows(tx, actor.orgId, paging);
    const progress = await progressOf(tx, actor.orgId, page.rows.map(({ id }) => id), today);
    return { next: page.next, rows: page.rows.map((round) => ({ ...round, progress: progress.get(round.id) ?? NO_PROGRESS })) };
  });
}
