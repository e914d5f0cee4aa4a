import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { requestJob } from "#platform/jobs/queue.ts";
import { updateImport } from "../../store/imports.ts";
import { lockForStep } from "../load-import.ts";

/** Accepts the preview that was read: from here on the rows go in. Of two people who accept at once, one does and the other is told. */
export async function acceptImport(session: Session, { importId, version }: { importId: string; version: number }): Promise<{ jobId: string }> {
  const { actor, now } = session;
  return session.write("register.accept", { importId, version }, async (tx) => {
    const { row } = await lockForStep(session, tx, importId, "accept", version);
    if (!row.figures || row.figures.rowsIn === 0) throw new Refusal("conflict", "register.nothing_to_import");
    const jobId = await requestJob(tx, actor, "register.apply", { importId });
    await updateImport(tx, actor.orgId, importId, { acceptedAt: now.toISOString(), acceptedBy: actor.accountId, acceptedByName: actor.name, jobId });
    await recordAudit(tx, actor, { action: "register.accepted", subjectKind: "register_import", subjectId: importId, details: { rows: row.figures.rowsIn } });
    return { jobId };
  });
}
