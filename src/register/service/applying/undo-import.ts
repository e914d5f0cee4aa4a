import { undoSource } from "#people/index.ts";
import { undoUnitsOfSource } from "#places/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { RunningJob } from "#platform/jobs/job.ts";
import { requestJob } from "#platform/jobs/queue.ts";
import { countUndone, forgetKept, updateImport } from "../../store/imports.ts";
import { loadImport, lockForStep } from "../load-import.ts";

/** Asks for an import to be taken back. May be asked again: what was kept because somebody works with it may be free by then. */
export async function undoImport(session: Session, { importId, version }: { importId: string; version: number }): Promise<{ jobId: string }> {
  const { actor, now } = session;
  return session.write("register.undo", { importId, version }, async (tx) => {
    await lockForStep(session, tx, importId, "undo", version);
    const jobId = await requestJob(tx, actor, "register.undo", { importId });
    await forgetKept(tx, actor.orgId, importId);
    await updateImport(tx, actor.orgId, importId, { undoAskedAt: now.toISOString(), undoAskedBy: actor.accountId, undoneAt: null, jobId });
    await recordAudit(tx, actor, { action: "register.undo_asked", subjectKind: "register_import", subjectId: importId });
    return { jobId };
  });
}

/** Takes back what an import brought: first what it filled in for others, then its persons, last its places. */
export async function runUndo(session: Session, importId: string, job: Pick<RunningJob<unknown>, "report" | "checkpoint">): Promise<void> {
  const { actor } = session;
  const { row } = await session.read((tx) => loadImport(session, tx, importId));
  const total = row.createdCount + row.completedCount;
  let done = row.removedCount + row.restoredCount + row.keptCount;
  let after = typeof job.checkpoint === "string" ? job.checkpoint : null;
  do {
    after = await session.write("register.undo_batch", null, async (tx) => {
      const { removed, restored, kept, next } = await undoSource(session, tx, importId, { after });
      await countUndone(tx, actor.orgId, importId, { removed, restored, kept: kept.length });
      done += removed + restored + kept.length;
      await job.report({ done, total: Math.max(total, done), ...(next !== null && { checkpoint: next }) }, tx);
      return next;
    });
  } while (after !== null);
  await session.write("register.undone", null, async (tx) => {
    const { row: now } = await loadImport(session, tx, importId, { lock: true });
    const places = await undoUnitsOfSource(session, tx, importId);
    await updateImport(tx, actor.orgId, importId, { undoneAt: new Date().toISOString() });
    const { removedCount: removed, restoredCount: restored, keptCount: kept } = now;
    await recordAudit(tx, actor, { action: "register.undone", subjectKind: "register_import", subjectId: importId, details: { removed, restored, kept, places } });
  });
}
