import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { insertUndo } from "../../store/item-texts.ts";

/** Takes a text back, e.g. when the permission ends: the sheet shows the one before, or numbers only. */
export async function undoItemTexts(session: Session, importId: string): Promise<{ importId: string }> {
  const { actor } = session;
  return session.write("assessment.undo-texts", { importId }, async (tx) => {
    requireCapability(actor, "instruments.manage");
    if (!await insertUndo(tx, { orgId: actor.orgId, importId, byAccount: actor.accountId, byName: actor.name })) throw new Refusal("not_found", "assessment.texts_not_found");
    await recordAudit(tx, actor, { action: "instrument.texts_undone", subjectKind: "instrument", subjectId: importId });
    return { importId };
  });
}
