import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { showLadder, type Ladder } from "./show-ladder.ts";

/** The figures that leave: small cells hidden, as of the end of last month. That they were taken is noted. */
export async function exportLadder(session: Session): Promise<Ladder> {
  const ladder = await showLadder(session, { leaves: true });
  await session.write("pathways.export", { at: session.now.toISOString() }, async (tx) => {
    await recordAudit(tx, session.actor, { action: "pathway.figures_exported", subjectKind: "pathways", subjectId: "ladder", details: { asOf: ladder.asOf } });
    return null;
  });
  return ladder;
}
