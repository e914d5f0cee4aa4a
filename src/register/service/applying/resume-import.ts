import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { cancelJob, requestJob } from "#platform/jobs/queue.ts";
import { updateImport } from "../../store/imports.ts";
import { readAgain } from "../checking/change-mapping.ts";
import { lockForStep } from "../load-import.ts";

/** Goes on with work that was stopped: reading begins anew, importing goes on behind the last row that went in. */
export async function resumeImport(session: Session, { importId }: { importId: string }): Promise<void> {
  const { actor } = session;
  await session.write("register.resume", importId, async (tx) => {
    const { row } = await lockForStep(session, tx, importId, "resume", null);
    if (row.acceptedAt) await updateImport(tx, actor.orgId, importId, { jobId: await requestJob(tx, actor, "register.apply", { importId }) });
    else await readAgain(session, tx, importId);
    await recordAudit(tx, actor, { action: "register.resumed", subjectKind: "register_import", subjectId: importId });
  });
}

/** Asks the work at hand to stop. What is in already stays, whole, until it is resumed or undone. */
export async function cancelImport(session: Session, { importId }: { importId: string }): Promise<void> {
  const { actor } = session;
  await session.write("register.cancel", importId, async (tx) => {
    const { row } = await lockForStep(session, tx, importId, "cancel", null);
    if (row.jobId) await cancelJob(tx, actor.orgId, row.jobId);
    await recordAudit(tx, actor, { action: "register.cancelled", subjectKind: "register_import", subjectId: importId });
  });
}
