import { personCards } from "#people/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { MOST_PEOPLE } from "../model/terms.ts";
import { listRecipients, type RecipientRow } from "../store/recipients.ts";
import { readMessage, requireSend } from "./ground.ts";

/** What became of a message, person by person: names and states, no number and no address. Audited. */
export async function exportResults(session: Session, messageId: string): Promise<(RecipientRow & { readonly name: string })[]> {
  requireSend(session);
  const { actor } = session;
  const rows = await session.read(async (tx) => {
    await readMessage(tx, actor.orgId, messageId);
    const page = await listRecipients(tx, actor.orgId, messageId, { limit: MOST_PEOPLE });
    const cards = await personCards(tx, actor.orgId, page.rows.map(({ personId }) => personId));
    return page.rows.map((row) => ({ ...row, name: cards.get(row.personId)?.name ?? "" }));
  });
  await session.write("messaging.export", { messageId, at: session.now.toISOString() }, async (tx) => {
    await recordAudit(tx, actor, { action: "message.exported", subjectKind: "message", subjectId: messageId, details: { rows: rows.length } });
    return null;
  });
  return rows;
}
