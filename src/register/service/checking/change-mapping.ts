import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { requestJob } from "#platform/jobs/queue.ts";
import type { Mapping } from "../../model/fields.ts";
import { doubledField } from "../../model/import/mapping-fingerprint.ts";
import { updateImport } from "../../store/imports.ts";
import { saveMapping } from "../../store/saved-mappings.ts";
import { lockForStep } from "../load-import.ts";

export interface MappingChange {
  readonly importId: string;
  readonly version: number;
  readonly mapping: Mapping;
  /** Take it again for the next file with these headers. */
  readonly remember: boolean;
}

/** Puts a person's mapping in place of the proposal and has the file read again. */
export async function changeMapping(session: Session, { importId, version, mapping, remember }: MappingChange): Promise<void> {
  const { actor, now } = session;
  const doubled = doubledField(mapping);
  if (doubled) throw new Refusal("invalid_input", "register.field_twice");
  await session.write("register.map", { importId, version, mapping, remember }, async (tx) => {
    const { row } = await lockForStep(session, tx, importId, "map", version);
    if (remember && row.fingerprint) await saveMapping(tx, actor.orgId, { fingerprint: row.fingerprint, name: row.fileName, mapping, savedBy: actor.accountId, savedAt: now.toISOString() });
    await readAgain(session, tx, importId, { mapping, mappingFrom: "chosen" });
    await recordAudit(tx, actor, { action: "register.mapped", subjectKind: "register_import", subjectId: importId, details: { remembered: remember } });
  });
}

/** Has the file read again from the start. */
export async function readAgain({ actor }: Session, tx: Parameters<typeof updateImport>[0], importId: string, change: { mapping?: Mapping; mappingFrom?: "chosen" } = {}): Promise<void> {
  const jobId = await requestJob(tx, actor, "register.check", { importId });
  await updateImport(tx, actor.orgId, importId, { ...change, jobId, checkedAt: null, checkFailure: null, figures: null, preview: null });
}
