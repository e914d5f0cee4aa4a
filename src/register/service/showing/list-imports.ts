import { authorise } from "#platform/access/can.ts";
import type { Page } from "#platform/db/keyset.ts";
import type { Session } from "#platform/db/session.ts";
import { findJob } from "#platform/jobs/queue.ts";
import { importStatus, type ImportStatus } from "../../model/import/import-status.ts";
import { IMPORT_REGISTER } from "../../model/policy.ts";
import { listImports as list, type ImportRow } from "../../store/imports.ts";

export type ListedImport = ImportRow & { readonly status: ImportStatus };

/** The organisation's imports, newest first. */
export async function listImports({ actor, read }: Session, { after }: { after?: string | null } = {}): Promise<Page<ListedImport>> {
  authorise(actor, IMPORT_REGISTER, { orgId: actor.orgId });
  return read(async (tx) => {
    const page = await list(tx, actor.orgId, { after: after ?? null });
    const rows: ListedImport[] = [];
    for (const row of page.rows) rows.push({ ...row, status: importStatus(row, row.jobId ? (await findJob(tx, actor.orgId, row.jobId)).status : null) });
    return { rows, next: page.next };
  });
}
