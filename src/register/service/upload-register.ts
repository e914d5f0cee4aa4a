import { createHash, randomUUID } from "node:crypto";
import { authorise } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { openFile } from "#platform/files/index.ts";
import { requestJob } from "#platform/jobs/queue.ts";
import { IMPORT_REGISTER } from "../model/policy.ts";
import { insertImport, updateImport } from "../store/imports.ts";
import { insertParts } from "../store/parts.ts";

/** The file as it arrived. Its name is what the person called it. */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Takes a register in for checking. A file that is no table is refused at once; nothing is written to anybody's records. */
export async function uploadRegister(session: Session, { name, bytes }: UploadedFile): Promise<{ id: string }> {
  const { actor, keys, now } = session;
  authorise(actor, IMPORT_REGISTER, { orgId: actor.orgId });
  (await openFile({ bytes, name })).close();
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const fileName = name.replace(/^.*[/\\]/, "").trim().slice(-200) || "register";
  return session.write("register.upload", { fileName, sha256 }, async (tx) => {
    const id = randomUUID() as string;
    await insertImport(tx, actor.orgId, { id, fileName, sha256, bytes: bytes.byteLength, uploadedBy: actor.accountId, uploadedByName: actor.name, uploadedAt: now.toISOString() });
    await insertParts(tx, actor.orgId, keys, id, bytes);
    await updateImport(tx, actor.orgId, id, { jobId: await requestJob(tx, actor, "register.check", { importId: id }) });
    await recordAudit(tx, actor, { action: "register.uploaded", subjectKind: "register_import", subjectId: id, details: { sha256, bytes: bytes.byteLength } });
    return { id };
  });
}
