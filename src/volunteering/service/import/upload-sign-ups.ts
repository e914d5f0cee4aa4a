import { createHash } from "node:crypto";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { insertImport } from "../../store/imports.ts";
import { readProgramme } from "../ground.ts";
import { readSheet } from "./read-sheet.ts";

/** A sheet of sign-ups is small; larger files are something else. */
const MOST_BYTES = 10 * 1024 * 1024;

export interface Upload {
  readonly programmeId: string;
  readonly fileName: string;
  readonly content: Buffer;
}

/** Takes a sheet in (上传报名表) and proposes what its columns mean. Nothing else is written before the preview is accepted. */
export async function uploadSignUps(session: Session, { programmeId, fileName, content }: Upload): Promise<{ importId: string }> {
  const { actor, today, now } = session;
  requireCapability(actor, "volunteers.manage");
  if (content.byteLength > MOST_BYTES) throw new Refusal("too_large", "volunteering.sheet_too_large", { params: { megabytes: MOST_BYTES / 1024 / 1024 } });
  const { sheet, headerRow, columns } = await readSheet(content, fileName);
  const sha256 = createHash("sha256").update(content).digest("hex");
  return session.write("volunteering.upload-sign-ups", { programmeId, fileName, sha256 }, async (tx) => {
    await readProgramme(tx, actor, programmeId);
    const importId = await insertImport(tx, actor.orgId, {
      programmeId, fileName: fileName.slice(0, 200) || "sign-ups", sheet, headerRow, columns, sheetOn: today, content, uploadedBy: actor.accountId, uploadedAt: now.toISOString(),
    });
    await recordAudit(tx, actor, { action: "sign_ups.uploaded", subjectKind: "sign_up_import", subjectId: importId, details: { sha256, bytes: content.byteLength } });
    return { importId };
  });
}
