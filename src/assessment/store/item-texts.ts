import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { ItemTexts } from "../model/item-texts.ts";
import type { DB } from "./tables.generated.ts";

export interface StoredTexts { readonly id: string; readonly licence: string; readonly texts: ItemTexts; readonly byName: string; readonly at: string; readonly undoneAt: string | null; readonly undoneByName: string | null }

/** Every text brought in for a version, newest first, with when it was taken back. */
export async function textsOf(tx: Tx, orgId: string, instrumentId: string, version: number): Promise<StoredTexts[]> {
  const { rows } = await sql<StoredTexts>`
    select t.id, t.licence, t.texts, t.by_name, t.at, u.at as undone_at, u.by_name as undone_by_name
    from assessment.item_texts t left join assessment.item_text_undos u on u.org_id = ${orgId} and u.import_id = t.id
    where t.org_id = ${orgId} and t.instrument_id = ${instrumentId} and t.instrument_version = ${version} order by t.at desc`.execute(tx);
  return rows;
}

export async function insertTexts(tx: Tx, { texts, ...row }: { orgId: string; id: string; instrumentId: string; instrumentVersion: number; licence: string; texts: ItemTexts; byAccount: string; byName: string }): Promise<void> {
  await tx.withTables<DB>().insertInto("assessment.itemTexts").values({ ...row, texts: JSON.stringify(texts) }).execute();
}

/** False when there is no such text, or it was taken back before. */
export async function insertUndo(tx: Tx, row: { orgId: string; importId: string; byAccount: string; byName: string }): Promise<boolean> {
  const known = await tx.withTables<DB>().selectFrom("assessment.itemTexts").select("id").where("orgId", "=", row.orgId).where("id", "=", row.importId).executeTakeFirst();
  if (!known) return false;
  return (await tx.withTables<DB>().insertInto("assessment.itemTextUndos").values(row).onConflict((clash) => clash.doNothing()).returning("importId").executeTakeFirst()) !== undefined;
}
