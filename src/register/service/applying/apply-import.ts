import { Refusal } from "#kernel/refusal.ts";
import { refreshStatistics } from "#people/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import { expectManyRows } from "#platform/db/many-rows.ts";
import type { Session } from "#platform/db/session.ts";
import type { RunningJob } from "#platform/jobs/job.ts";
import { moveOn, updateImport } from "../../store/imports.ts";
import { rowsOfPersons } from "../../store/rows.ts";
import { loadImport } from "../load-import.ts";
import { applyChunk } from "./apply-chunk.ts";
import { UnitBook } from "./unit-book.ts";

/** Rows of one transaction: few enough to be undone by a crash without much loss. */
const CHUNK = 1000;
/** From here on the planner should know of the rows. */
const BULK = 20_000;

/**
 * Brings in what was accepted, chunk by chunk. The checkpoint moves in the transaction of the rows it stands for, under
 * the import's lock, so a crash, a second delivery or a second worker never brings a row in twice.
 */
export async function applyImport(session: Session, importId: string, job: Pick<RunningJob<unknown>, "report">): Promise<void> {
  const units = new UnitBook(session, importId);
  for (let more = true, chunks = 1; more; chunks++) {
    more = await session.write("register.apply_chunk", null, (tx) => applyNext(session, tx, importId, units, job));
    if (more && (chunks * CHUNK) % BULK === 0) await session.write("register.statistics", null, (tx) => refreshStatistics(tx));
  }
}

async function applyNext(session: Session, tx: Parameters<typeof moveOn>[0], importId: string, units: UnitBook, job: Pick<RunningJob<unknown>, "report">): Promise<boolean> {
  const { actor, keys } = session;
  const { row } = await loadImport(session, tx, importId, { lock: true });
  if (!row.acceptedAt || row.undoAskedAt || !row.figures) throw new Refusal("conflict", "register.not_accepted");
  const total = row.figures.dataRows;
  if (row.appliedAt) return false;
  if (row.nextPosition >= total) {
    await refreshStatistics(tx);
    await updateImport(tx, actor.orgId, importId, { appliedAt: new Date().toISOString() });
    const { createdCount: created, completedCount: completed, joinedCount: joined } = row;
    await recordAudit(tx, actor, { action: "register.applied", subjectKind: "register_import", subjectId: importId, details: { created, completed, joined } });
    return false;
  }
  const nextPosition = Math.min(row.nextPosition + CHUNK, total);
  await expectManyRows(tx);
  const rows = await rowsOfPersons(tx, actor.orgId, keys, importId, row.nextPosition, nextPosition);
  const counts = await applyChunk(session, tx, importId, rows, units);
  await moveOn(tx, actor.orgId, importId, { nextPosition, ...counts });
  await job.report({ done: nextPosition, total }, tx);
  return true;
}
