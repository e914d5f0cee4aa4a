import { requireCase } from "#casework/index.ts";
import type { Session } from "#platform/db/session.ts";
import { madeOf, type MadeDocument } from "../store/templates.ts";

/** What was made of a case, for whoever may open it. */
export async function listMade(session: Session, caseId: string): Promise<{ reference: string; made: readonly MadeDocument[] }> {
  return session.read(async (tx) => {
    const { reference } = await requireCase(session, tx, caseId);
    return { reference, made: await madeOf(tx, session.actor.orgId, caseId) };
  });
}
