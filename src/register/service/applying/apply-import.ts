import { Refusal } from "#kernel/refusal.ts";
import { countPersons, refreshStatistics } from "#people/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import { expectManyRows } from "#platform/db/many-rows.ts";
import type { Session } from "#platform/db/session.ts";
import type { RunningJob } from "#platform/jobs/job.ts";
import { moveOn, updateImport } from "../../store/imports.ts";
import { loadImport } from "../load-import.ts";
import { applyChunk } from "./apply-chunk.ts";
import { GroupsAhead } from "./groups-ahead.ts";
import { UnitBook } from "./unit-book.ts";

/** Rows of one transaction: few enough to be undone by a crash without much loss. */
const CHUNK = 1000;
/** The planner is told again when an organisation has become this many times as large as when it was last told. */
const GROWN = 4;

type Job = Pick<RunningJob<unknown>, "report">;
interface Run { readonly importId: string; readonly units: UnitBook; readonly ahead: GroupsAhead; readonly job: Job }

/**
 * Brings in what was accepted, chunk by chunk. The checkpoint moves in the transaction of the rows it stands for, under
 * the import's lock, so a crash, a second delivery or a second worker never brings a row in twice.
 */
export async function applyImport(session: Session, importId: string, job: Job): Promise<void> {
  const run = { importId, units: new UnitBook(session, importId), ahead: new GroupsAhead(session, importId), job };
  let told = (await session.read((tx) => countPersons(tx, session.actor.orgId, {}, session.today))).persons;
  for (let fresh = CHUNK; ; fresh += CHUNK) {
    await run.ahead.settle();
    const more = await session.write("register.apply_chunk", null, (tx) => applyNext(session, tx, run));
    if (!more) return;
    if (told + fresh < told * GROWN) continue;
    await session.write("register.statistics", null, (tx) => refreshStatistics(tx));
    told += fresh;
    fresh = 0;
  }
}

async function applyNext(session: Session, tx: Tx, { importId, units, ahead, job }: Run): Promise<boolean> {
  const { actor } = session;
  const { row } = await loadImport(session, tx, importId, { lock: true });
  if (!row.acceptedAt || row.undoAskedAt || !row.figures) throw new Refusal("conflict", "register.not_accepted");
  const total = row.figures.dataRows;
  if (row.appliedAt) return false;
  if (row.nextPosition >= total) {
    await refreshStatistics(tx);
    await updateImport(tx, actor.orgId, importId, { appliedAt: new Date().toISOString() });
    const { createdCount: created, completedCount: completed, joinedCount: joined, withheldCount: withheld } = row;
    await recordAudit(tx, actor, { action: "register.applied", subjectKind: "register_import", subjectId: importId, details: { created, completed, joined, withheld } });
    return false;
  }
  await expectManyRows(tx);
  const nextPosition = Math.min(row.nextPosition + CHUNK, total);
  const groups = await ahead.take(tx, row.nextPosition, nextPosition);
  if (nextPosition < total) ahead.begin(nextPosition, Math.min(nextPosition + CHUNK, total));
  const counts = await applyChunk(session, tx, importId, groups, units);
  await moveOn(tx, actor.orgId, importId, { nextPosition, ...counts });
  await job.report({ done: nextPosition, total }, tx);
  return true;
}
