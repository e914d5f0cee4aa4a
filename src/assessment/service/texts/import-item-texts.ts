import { randomUUID } from "node:crypto";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { openFile } from "#platform/files/index.ts";
import { offeredOn } from "../../model/catalogue.ts";
import { isLicensed } from "../../model/instrument.ts";
import { readItemTexts, type TextFault } from "../../model/item-texts.ts";
import { rowsOfJson, rowsOfTable } from "../../model/text-files.ts";
import { insertTexts } from "../../store/item-texts.ts";

const MOST_BYTES = 1024 * 1024;

export interface TextsToImport {
  readonly instrumentId: string;
  /** By which permission the text is used. */
  readonly licence: string;
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
}

/** Brings in the text of licensed items: all of the file, or nothing of it with every fault by row and field. */
export async function importItemTexts(session: Session, { instrumentId, licence, file }: TextsToImport): Promise<{ importId: string } | { faults: readonly TextFault[] }> {
  const { actor } = session;
  requireCapability(actor, "instruments.manage");
  const instrument = offeredOn(session.today).find(({ id }) => id === instrumentId);
  if (!instrument || !isLicensed(instrument)) throw new Refusal("not_found", "assessment.instrument_unknown");
  const read = await rowsOf(file);
  if (read.faults.length > 0) return { faults: read.faults };
  const { texts, faults } = readItemTexts(instrument, read.rows);
  if (faults.length > 0) return { faults };
  return session.write("assessment.import-texts", { instrumentId, licence, texts }, async (tx) => {
    const id = randomUUID();
    await insertTexts(tx, { orgId: actor.orgId, id, instrumentId, instrumentVersion: instrument.version, licence, texts, byAccount: actor.accountId, byName: actor.name });
    await recordAudit(tx, actor, { action: "instrument.texts_imported", subjectKind: "instrument", subjectId: instrumentId, details: { version: instrument.version, items: Object.keys(texts).length, licence } });
    return { importId: id };
  });
}

async function rowsOf({ name, bytes }: TextsToImport["file"]): Promise<ReturnType<typeof rowsOfTable>> {
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).replace(/^\uFEFF/, "").trimStart();
  if (bytes.byteLength > MOST_BYTES) throw new Refusal("too_large", "platform.too_large");
  if (start.startsWith("[") || start.startsWith("{")) return rowsOfJson(new TextDecoder().decode(bytes).replace(/^\uFEFF/, ""));
  const opened = await openFile({ name, bytes }, { maxBytes: MOST_BYTES, maxRows: 2000, maxColumns: 40 });
  try {
    const lines: { row: number; cells: string[] }[] = [];
    for await (const { rowNumber, cells } of opened.sheets[0]!.rows()) lines.push({ row: rowNumber, cells: cells.map(({ text }) => text) });
    return rowsOfTable(lines);
  } finally {
    opened.close();
  }
}
