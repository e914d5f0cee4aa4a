import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { decodeCursor, pageOf, type Page } from "#platform/db/keyset.ts";
import type { ImportInstants } from "../model/import/import-status.ts";
import type { Mapping } from "../model/fields.ts";
import type { RegisterPreview } from "../model/preview.ts";
import type { DB } from "./tables.generated.ts";

/** Why a file could not be read: a refusal's reason with what its sentence needs. */
export interface CheckFailure {
  readonly reason: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Counts of a checked file; no word of anybody. */
export interface ImportFigures extends Pick<RegisterPreview, "dataRows" | "distinctPersons" | "rowsRepeatingAPerson" | "rowsPossiblyRepeating" | "rowsWithoutName" | "idCheckDigitWrong" | "idTurnedIntoNumber" | "homebound" | "homeboundUnclear" | "rowsIn" | "rowsBack"> {
  readonly rowsWarned: number;
  readonly suggestions: number;
  readonly matchesCertain: number;
  readonly matchesPossible: number;
}

export interface ImportRow extends ImportInstants {
  readonly id: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly uploadedByName: string;
  readonly uploadedAt: string;
  readonly jobId: string | null;
  readonly mapping: Mapping | null;
  readonly mappingFrom: "proposed" | "remembered" | "chosen";
  readonly fingerprint: string | null;
  readonly checkFailure: CheckFailure | null;
  readonly figures: ImportFigures | null;
  readonly acceptedByName: string | null;
  readonly nextPosition: number;
  readonly createdCount: number;
  readonly completedCount: number;
  readonly joinedCount: number;
  /** Persons nothing was added of, since they do not let their data be kept. */
  readonly withheldCount: number;
  readonly removedCount: number;
  readonly restoredCount: number;
  readonly keptCount: number;
  readonly version: number;
}

const COLUMNS = [
  "id", "fileName", "sha256", "bytes", "uploadedByName", "uploadedAt", "jobId", "mapping", "mappingFrom", "fingerprint", "checkedAt", "checkFailure", "figures",
  "acceptedAt", "acceptedByName", "nextPosition", "createdCount", "completedCount", "joinedCount", "withheldCount", "appliedAt", "undoAskedAt", "undoneAt",
  "removedCount", "restoredCount", "keptCount", "version",
] as const;

/** Notes that a file has come; its id. */
export async function insertImport(tx: Tx, orgId: string, given: { id: string; fileName: string; sha256: string; bytes: number; uploadedBy: string; uploadedByName: string; uploadedAt: string }): Promise<void> {
  await tx.withTables<DB>().insertInto("register.imports").values({ orgId, ...given }).execute();
}

/** One import; with `lock`, held until the transaction ends, so that two people cannot both act on it. */
export async function findImport(tx: Tx, orgId: string, id: string, { lock = false } = {}): Promise<ImportRow | undefined> {
  const query = tx.withTables<DB>().selectFrom("register.imports").select(COLUMNS).where("orgId", "=", orgId).where("id", "=", id);
  return await (lock ? query.forUpdate() : query).executeTakeFirst() as ImportRow | undefined;
}

/** Imports, newest first. */
export async function listImports(tx: Tx, orgId: string, { after, limit = 30 }: { after?: string | null; limit?: number } = {}): Promise<Page<ImportRow>> {
  const from = decodeCursor(after, ["instant", "id"]);
  let query = tx.withTables<DB>().selectFrom("register.imports").select(COLUMNS).where("orgId", "=", orgId);
  if (from) query = query.where(sql<boolean>`(uploaded_at, id) < (${from[0]}::timestamptz, ${from[1]}::uuid)`);
  const rows = await query.orderBy("uploadedAt", "desc").orderBy("id", "desc").limit(limit + 1).execute() as ImportRow[];
  return pageOf(rows, limit, (row) => [row.uploadedAt, row.id]);
}

/** Earlier imports of the same bytes, newest first. */
export async function sameFile(tx: Tx, orgId: string, { id, sha256 }: { id: string; sha256: string }): Promise<{ id: string; uploadedAt: string; uploadedByName: string; appliedAt: string | null; undoneAt: string | null }[]> {
  return tx.withTables<DB>().selectFrom("register.imports").select(["id", "uploadedAt", "uploadedByName", "appliedAt", "undoneAt"])
    .where("orgId", "=", orgId).where("sha256", "=", sha256).where("id", "<>", id).orderBy("uploadedAt", "desc").limit(3).execute();
}

type Change = Partial<Record<
  "jobId" | "mapping" | "mappingFrom" | "fingerprint" | "checkedAt" | "checkFailure" | "figures" | "preview" | "acceptedAt" | "acceptedBy" | "acceptedByName" | "appliedAt" | "undoAskedAt" | "undoAskedBy" | "undoneAt",
  unknown
>>;

/** Notes a step of an import. `counts` are added to what is there. */
export async function updateImport(tx: Tx, orgId: string, id: string, change: Change): Promise<void> {
  const json = Object.fromEntries((["mapping", "figures", "checkFailure"] as const).filter((key) => change[key] != null).map((key) => [key, JSON.stringify(change[key])]));
  await tx.withTables<DB>().updateTable("register.imports").set({ ...change, ...json, version: sql<number>`version + 1` } as never)
    .where("orgId", "=", orgId).where("id", "=", id).execute();
}

export interface Progress { readonly nextPosition: number; readonly created: number; readonly completed: number; readonly joined: number; readonly withheld: number }

/** Moves the checkpoint of applying on, in the transaction of the rows it stands for. */
export async function moveOn(tx: Tx, orgId: string, id: string, { nextPosition, created, completed, joined, withheld }: Progress): Promise<void> {
  await sql`update register.imports set next_position = ${nextPosition}, created_count = created_count + ${created}, completed_count = completed_count + ${completed},
    joined_count = joined_count + ${joined}, withheld_count = withheld_count + ${withheld} where org_id = ${orgId} and id = ${id}`.execute(tx);
}

/** Adds to what undoing has done so far. */
export async function countUndone(tx: Tx, orgId: string, id: string, { removed, restored, kept }: { removed: number; restored: number; kept: number }): Promise<void> {
  await sql`update register.imports set removed_count = removed_count + ${removed}, restored_count = restored_count + ${restored}, kept_count = kept_count + ${kept}
    where org_id = ${orgId} and id = ${id}`.execute(tx);
}

/** Begins the count of what stays anew, for undoing that is tried again. */
export async function forgetKept(tx: Tx, orgId: string, id: string): Promise<void> {
  await sql`update register.imports set kept_count = 0 where org_id = ${orgId} and id = ${id}`.execute(tx);
}

/** The sealed words of the preview. */
export async function findPreview(tx: Tx, orgId: string, id: string): Promise<Buffer | null> {
  const row = await tx.withTables<DB>().selectFrom("register.imports").select("preview").where("orgId", "=", orgId).where("id", "=", id).executeTakeFirst();
  return row?.preview ?? null;
}

/** Removes an import with its file and rows; what it brought to the people's records is not touched. */
export async function deleteImport(tx: Tx, orgId: string, id: string): Promise<void> {
  await tx.withTables<DB>().deleteFrom("register.imports").where("orgId", "=", orgId).where("id", "=", id).execute();
}
