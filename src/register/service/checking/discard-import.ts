import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { deleteImport } from "../../store/imports.ts";
import { deleteRows } from "../../store/rows.ts";
import { lockForStep } from "../load-import.ts";

/** Throws a file away that brought nothing, or whose import was undone: its rows, its words and itself. */
export async function discardImport(session: Session, { importId }: { importId: string }): Promise<void> {
  const { actor } = session;
  await session.write("register.discard", importId, async (tx) => {
    await lockForStep(session, tx, importId, "discard", null);
    while (await deleteRows(tx, actor.orgId, importId)) { /* slice by slice, each within the statement's time */ }
    await deleteImport(tx, actor.orgId, importId);
    await recordAudit(tx, actor, { action: "register.discarded", subjectKind: "register_import", subjectId: importId });
  });
}
