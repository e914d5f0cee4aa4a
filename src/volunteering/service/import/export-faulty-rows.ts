import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { workbookBytes } from "#platform/files/index.ts";
import type { Language } from "#platform/i18n/language.ts";
import { volunteeringText } from "../../messages/index.ts";
import { selectImport } from "../../store/imports.ts";
import { found } from "../ground.ts";
import { faultsOf, judgeRows, type JudgedRow } from "./judge-rows.ts";

/** The rows kept out, as they stood, with what is wrong and what to do in two more columns: mend them and import again. */
export async function exportFaultyRows(session: Session, importId: string, language: Language): Promise<{ bytes: Buffer; fileName: string }> {
  const { actor } = session;
  requireCapability(actor, "volunteers.manage");
  const t = volunteeringText[language].import;
  const { sheet, header, rows } = await session.write("volunteering.export-faulty-rows", { importId }, async (tx) => {
    const held = found(await selectImport(tx, actor.orgId, importId), "volunteering.import_not_found");
    await recordAudit(tx, actor, { action: "sign_ups.faults_exported", subjectKind: "sign_up_import", subjectId: importId });
    return { sheet: held, ...(await judgeRows(session, tx, held)) };
  });
  const bad = rows.filter(({ taken }) => !taken);
  const width = Math.max(header?.cells.length ?? 0, ...bad.map(({ line }) => line.cells.length));
  const columns = [
    ...Array.from({ length: width }, (_, at) => ({ header: header?.cells[at]?.text ?? "" })),
    { header: t.faultColumn, widthCharacters: 40 }, { header: t.remedyColumn, widthCharacters: 40 },
  ];
  const bytes = await workbookBytes([{ name: sheet.sheet, columns, rows: bad.map((row) => [...cells(row, width), ...words(row, t)]) }]);
  return { bytes, fileName: sheet.fileName.replace(/\.[^.]*$/, "") };
}

function cells({ line }: JudgedRow, width: number): string[] {
  return Array.from({ length: width }, (_, at) => line.cells[at]?.text ?? "");
}

function words(row: JudgedRow, t: (typeof volunteeringText)["zh"]["import"]): [string, string] {
  const faults = faultsOf(row);
  const told = faults.map((fault) => `${t.fields[fault.field]}：${t.faults[fault.reason]}${"otherRow" in fault && fault.otherRow !== undefined ? ` (${t.row(fault.otherRow)})` : ""}`);
  return [`${t.row(row.rowNumber)} ${told.join("；")}`, [...new Set(faults.map(({ reason }) => t.remedies[reason]))].join("；")];
}
