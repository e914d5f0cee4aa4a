import { Refusal } from "#kernel/refusal.ts";
import { authorise } from "#platform/access/can.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { expectVersion } from "#platform/db/version.ts";
import { findJob } from "#platform/jobs/queue.ts";
import type { Job } from "#platform/jobs/job.ts";
import { importStatus, mayStep, type ImportStatus, type ImportStep } from "../model/import/import-status.ts";
import { IMPORT_REGISTER } from "../model/policy.ts";
import { findImport, type ImportRow } from "../store/imports.ts";

export interface LoadedImport {
  readonly row: ImportRow;
  readonly status: ImportStatus;
  readonly job: Job | null;
}

/** One import with where it stands, for those who may see it. */
export async function loadImport({ actor }: Session, tx: Tx, id: string, { lock = false } = {}): Promise<LoadedImport> {
  authorise(actor, IMPORT_REGISTER, { orgId: actor.orgId });
  const found = await findImport(tx, actor.orgId, id, { lock });
  if (!found) throw new Refusal("not_found", "register.import_not_found");
  const job = found.jobId ? await findJob(tx, actor.orgId, found.jobId) : null;
  // The job may have ended between the two looks: what it wrote is only sure to be seen afterwards.
  const row = job?.status === "done" ? (await findImport(tx, actor.orgId, id, { lock })) ?? found : found;
  return { row, status: importStatus(row, job?.status ?? null), job };
}

/** The same, held for a step that must be possible now. With `version`, nobody may have changed it since it was read. */
export async function lockForStep(session: Session, tx: Tx, id: string, step: ImportStep, version?: number | null): Promise<LoadedImport> {
  const loaded = await loadImport(session, tx, id, { lock: true });
  if (version !== null) expectVersion(loaded.row, version === undefined ? {} : { version }, []);
  if (!mayStep(loaded.status, step)) throw new Refusal("conflict", `register.not_while_${loaded.status}`);
  return loaded;
}
