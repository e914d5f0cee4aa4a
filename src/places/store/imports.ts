import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { RowFault, UnitDraft } from "../model/import-draft.ts";
import type { DB } from "./tables.generated.ts";

/** A file of units that was read and waits for a person's word. */
export interface PlaceImport {
  readonly id: string;
  readonly fileName: string;
  readonly rows: readonly UnitDraft[];
  readonly faults: readonly RowFault[];
  readonly uploadedAt: string;
  readonly appliedAt: string | null;
}

export async function insertImport(tx: Tx, orgId: string, given: { fileName: string; sha256: string; rows: readonly UnitDraft[]; faults: readonly RowFault[]; uploadedBy: string }): Promise<string> {
  const { rows, faults, ...row } = given;
  const added = await tx.withTables<DB>().insertInto("places.imports").values({ orgId, ...row, rows: JSON.stringify(rows), faults: JSON.stringify(faults) }).returning("id").executeTakeFirstOrThrow();
  return added.id;
}

/** Reads one upload; `lock` holds it until the transaction ends. */
export async function readImport(tx: Tx, orgId: string, id: string, { lock = false } = {}): Promise<PlaceImport | undefined> {
  let query = tx.withTables<DB>().selectFrom("places.imports").select(["id", "fileName", "rows", "faults", "uploadedAt", "appliedAt"]).where("orgId", "=", orgId).where("id", "=", id);
  if (lock) query = query.forUpdate();
  return await query.executeTakeFirst() as unknown as PlaceImport | undefined;
}

export async function markApplied(tx: Tx, orgId: string, id: string): Promise<void> {
  await tx.withTables<DB>().updateTable("places.imports").set({ appliedAt: sql<string>`clock_timestamp()` }).where("orgId", "=", orgId).where("id", "=", id).execute();
}
