import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { SheetColumns } from "../model/sign-up/sheet-columns.ts";
import type { DB } from "./tables.generated.ts";

/** A sign-up sheet on its way in. Its state follows from its instants. */
export interface SignUpImport {
  readonly id: string;
  readonly programmeId: string;
  readonly fileName: string;
  readonly sheet: string;
  /** Number of the header's row as the person sees it; null: the sheet has none. */
  readonly headerRow: number | null;
  readonly columns: SheetColumns;
  /** The day the sheet speaks for. */
  readonly sheetOn: string;
  readonly uploadedAt: string;
  readonly acceptedAt: string | null;
  readonly undoneAt: string | null;
  readonly result: ImportResult | null;
  readonly version: number;
}

/** What accepting a sheet did. Numbers only. */
export interface ImportResult {
  readonly added: number;
  /** Of those added, persons known before. */
  readonly known: number;
  readonly keptOut: number;
}

const IMPORT = ["id", "programmeId", "fileName", "sheet", "headerRow", "columns", "sheetOn", "uploadedAt", "acceptedAt", "undoneAt", "result", "version"] as const;

export async function insertImport(
  tx: Tx, orgId: string,
  sheet: Pick<SignUpImport, "programmeId" | "fileName" | "sheet" | "headerRow" | "columns" | "sheetOn" | "uploadedAt"> & { content: Buffer; uploadedBy: string },
): Promise<string> {
  const { id } = await tx.withTables<DB>().insertInto("volunteering.imports").values({ orgId, ...sheet, columns: JSON.stringify(sheet.columns) }).returning("id").executeTakeFirstOrThrow();
  return id;
}

export async function selectImport(tx: Tx, orgId: string, id: string): Promise<SignUpImport | undefined> {
  const row = await tx.withTables<DB>().selectFrom("volunteering.imports").select(IMPORT).where("orgId", "=", orgId).where("id", "=", id).executeTakeFirst();
  return row as SignUpImport | undefined;
}

/** One import, its row held: two people accepting at once wait for each other. */
export async function lockImport(tx: Tx, orgId: string, id: string): Promise<SignUpImport | undefined> {
  const row = await tx.withTables<DB>().selectFrom("volunteering.imports").select(IMPORT).where("orgId", "=", orgId).where("id", "=", id).forUpdate().executeTakeFirst();
  return row as SignUpImport | undefined;
}

/** The file as it was uploaded; null once it was let go. */
export async function selectContent(tx: Tx, orgId: string, id: string): Promise<Buffer | null> {
  const row = await tx.withTables<DB>().selectFrom("volunteering.imports").select("content").where("orgId", "=", orgId).where("id", "=", id).executeTakeFirst();
  return row?.content ?? null;
}

/** The imports of a programme, the latest first. */
export async function selectImports(tx: Tx, orgId: string, programmeId: string): Promise<SignUpImport[]> {
  const rows = await tx.withTables<DB>().selectFrom("volunteering.imports").select(IMPORT).where("orgId", "=", orgId).where("programmeId", "=", programmeId)
    .orderBy("uploadedAt", "desc").orderBy("id", "desc").limit(50).execute();
  return rows as unknown as SignUpImport[];
}

/** Changes a held import; its version goes up. */
export async function updateImport(
  tx: Tx, orgId: string, held: SignUpImport,
  change: { columns?: SheetColumns; sheetOn?: string; acceptedAt?: string; acceptedBy?: string; undoneAt?: string; undoneBy?: string; content?: null; result?: ImportResult },
): Promise<void> {
  const { columns, result, ...plain } = change;
  await tx.withTables<DB>().updateTable("volunteering.imports")
    .set({ ...plain, version: held.version + 1, ...(columns && { columns: JSON.stringify(columns) }), ...(result && { result: JSON.stringify(result) }) })
    .where("orgId", "=", orgId).where("id", "=", held.id).execute();
}

/**
 * Takes back the volunteers an import added and nobody has touched since, with
 * everything that hangs on them. Gives those left in place because of later work.
 */
export async function deleteImported(tx: Tx, orgId: string, importId: string): Promise<{ removed: number; kept: string[] }> {
  const { rows: kept } = await sql<{ id: string }>`
    select v.id from volunteering.volunteers v
    where v.org_id = ${orgId} and v.import_id = ${importId} and (
      v.version > 1
      or exists (select from volunteering.facts f where f.org_id = v.org_id and f.volunteer_id = v.id and f.import_id is distinct from ${importId})
      or exists (select from volunteering.agreements a where a.org_id = v.org_id and a.volunteer_id = v.id)
      or exists (select from volunteering.training_attendance t where t.org_id = v.org_id and t.volunteer_id = v.id))
    order by v.id for update`.execute(tx);
  const ids = kept.map(({ id }) => id);
  const { numDeletedRows } = await tx.withTables<DB>().deleteFrom("volunteering.volunteers")
    .where("orgId", "=", orgId).where("importId", "=", importId).where("id", "<>", sql<string>`all(${ids}::uuid[])`).executeTakeFirst();
  return { removed: Number(numDeletedRows), kept: ids };
}
