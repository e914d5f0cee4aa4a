import type { Tx } from "#platform/db/connect.ts";
import type { OrgKeys } from "#platform/secrets/org-keys.ts";
import type { DB } from "./tables.generated.ts";

const PART_BYTES = 512 * 1024;

const cellOf = (importId: string, seq: number) => ({ table: "register.import_parts", column: "sealed", row: `${importId}/${seq}` });

/** Keeps a file in sealed pieces. */
export async function insertParts(tx: Tx, orgId: string, keys: OrgKeys, importId: string, bytes: Uint8Array): Promise<void> {
  for (let seq = 0; seq * PART_BYTES < bytes.byteLength; seq++) {
    const piece = Buffer.from(bytes.buffer, bytes.byteOffset + seq * PART_BYTES, Math.min(PART_BYTES, bytes.byteLength - seq * PART_BYTES));
    const sealed = keys.seal(piece.toString("base64"), cellOf(importId, seq));
    await tx.withTables<DB>().insertInto("register.importParts").values({ orgId, importId, seq, sealed }).execute();
  }
}

/** One piece of a file; undefined past its end. */
export async function findPart(tx: Tx, orgId: string, keys: OrgKeys, importId: string, seq: number): Promise<Buffer | undefined> {
  const row = await tx.withTables<DB>().selectFrom("register.importParts").select("sealed")
    .where("orgId", "=", orgId).where("importId", "=", importId).where("seq", "=", seq).executeTakeFirst();
  return row && Buffer.from(keys.open(row.sealed, cellOf(importId, seq)), "base64");
}
