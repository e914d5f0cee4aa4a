import { z } from "zod";
import { isDay } from "#kernel/calendar.ts";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { SHEET_FIELDS, type SheetColumns } from "../../model/sign-up/sheet-columns.ts";
import { lockImport, updateImport } from "../../store/imports.ts";
import { found } from "../ground.ts";

export const ChosenColumns = z.object({
  importId: z.uuid(),
  /** Which column, from 0, holds which field; fields left out are not read. */
  columns: z.partialRecord(z.enum(SHEET_FIELDS), z.number().int().min(0).max(500)),
  /** The day the sheet speaks for. */
  sheetOn: z.string().refine(isDay, "volunteering.day_unreadable"),
});
export type ChosenColumns = z.output<typeof ChosenColumns>;

/** Says what the columns of an uploaded sheet mean, in place of what was proposed. */
export async function chooseColumns(session: Session, { importId, columns, sheetOn }: ChosenColumns): Promise<void> {
  const { actor, today } = session;
  requireCapability(actor, "volunteers.manage");
  await session.write("volunteering.choose-columns", { importId, columns, sheetOn }, async (tx) => {
    const sheet = found(await lockImport(tx, actor.orgId, importId), "volunteering.import_not_found");
    if (sheet.acceptedAt !== null) throw new Refusal("conflict", "volunteering.import_already_accepted");
    if (columns.name === undefined) throw new Refusal("invalid_input", "volunteering.name_column_missing", { fields: [{ field: "name", reason: "volunteering.name_column_missing" }] });
    if (sheetOn > today) throw new Refusal("invalid_input", "volunteering.evidence_in_future", { fields: [{ field: "sheetOn", reason: "volunteering.evidence_in_future" }] });
    await updateImport(tx, actor.orgId, sheet, { columns: columns as SheetColumns, sheetOn });
    await recordAudit(tx, actor, { action: "sign_ups.columns_chosen", subjectKind: "sign_up_import", subjectId: importId, details: { columns, sheetOn } });
    return null;
  });
}
