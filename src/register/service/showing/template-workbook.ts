import { workbookBytes } from "#platform/files/index.ts";
import { FIELDS, type Field } from "../../model/fields.ts";

/** Left out of the template: computed from the birth date, or read out of the address. */
const NOT_ASKED: ReadonlySet<Field> = new Set<Field>(["age", "lane", "building", "guardianId"]);

/** An empty register with the columns that are read, for offices that have none yet. */
export async function templateWorkbook(fields: Readonly<Record<Field, string>>, name: string): Promise<Buffer> {
  const columns = FIELDS.filter((field) => !NOT_ASKED.has(field)).map((field) => ({ header: fields[field], widthCharacters: field === "residentId" || field === "certificateNumber" ? 24 : 14 }));
  return workbookBytes([{ name, columns, rows: [] }]);
}
