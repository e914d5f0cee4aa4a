import { z } from "zod";
import { FIELDS, REPEATABLE, type Field, type Mapping } from "../fields.ts";
import type { ProposedColumn } from "../mapping/propose-mapping.ts";

/** What makes two files alike for the mapping: their headers in order, spelled alike. Empty without a header. */
export function headerLineOf(columns: readonly Pick<ProposedColumn, "header">[]): string {
  const headers = columns.map(({ header }) => header.join("›").normalize("NFKC").replace(/\s/g, "").toLowerCase());
  return headers.every((header) => header === "") ? "" : headers.join("|");
}

/** A mapping as a person sends it. */
export const SentMapping = z.object({
  headerRow: z.int().min(0).max(200).optional(),
  columns: z.array(z.object({ column: z.int().min(0).max(16_383), field: z.enum(FIELDS).nullable(), inverted: z.boolean().optional(), fillDown: z.boolean().optional() })).max(1000),
});

/** The field that two columns claim though only one may hold it; null when there is none. */
export function doubledField({ columns }: Mapping): Field | null {
  const seen = new Set<Field>();
  for (const { field } of columns) {
    if (field === null) continue;
    if (seen.has(field) && !REPEATABLE.has(field)) return field;
    seen.add(field);
  }
  return null;
}
