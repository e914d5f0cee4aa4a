import { Refusal } from "#kernel/refusal.ts";
import { undoSource } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { deleteImported, lockImport, updateImport } from "../../store/imports.ts";
import { found, keepingPersons } from "../ground.ts";

/** Takes an accepted sheet back out (撤销导入). Volunteers somebody has worked on since are left in place and counted. */
export async function undoSignUps(session: Session, importId: string): Promise<{ removed: number; kept: number }> {
  const { actor, now } = session;
  requireCapability(actor, "volunteers.manage");
  return session.write("volunteering.undo-sign-ups", { importId }, async (tx) => {
    const sheet = found(await lockImport(tx, actor.orgId, importId), "volunteering.import_not_found");
    if (sheet.acceptedAt === null) throw new Refusal("conflict", "volunteering.import_not_accepted");
    if (sheet.undoneAt !== null) throw new Refusal("conflict", "volunteering.import_already_undone");
    const { removed, kept } = await deleteImported(tx, actor.orgId, importId);
    for (let after: string | null = null, first = true; first || after !== null; first = false) {
      after = (await undoSource(keepingPersons(session), tx, importId, { after })).next;
    }
    await updateImport(tx, actor.orgId, sheet, { undoneAt: now.toISOString(), undoneBy: actor.accountId, content: null });
    await recordAudit(tx, actor, { action: "sign_ups.undone", subjectKind: "sign_up_import", subjectId: importId, details: { removed, kept: kept.length } });
    return { removed, kept: kept.length };
  });
}
