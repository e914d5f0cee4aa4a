import type { Tx } from "#platform/db/connect.ts";
import type { Format, FormKey } from "../model/forms.ts";
import type { DB } from "./tables.generated.ts";

export interface StoredTemplate { readonly form: FormKey; readonly version: number; readonly text: string | null; readonly note: string; readonly byName: string; readonly at: string }

/** Every version of one form, or of all, the newest first. */
export async function templateVersions(tx: Tx, orgId: string, form?: FormKey): Promise<StoredTemplate[]> {
  let query = tx.withTables<DB>().selectFrom("documents.templates").select(["form", "version", "text", "note", "byName", "at"]).where("orgId", "=", orgId);
  if (form) query = query.where("form", "=", form);
  return await query.orderBy("form").orderBy("version", "desc").execute() as StoredTemplate[];
}

/** Adds a version. False when somebody else wrote the same number meanwhile. */
export async function insertTemplate(tx: Tx, row: { orgId: string; form: FormKey; version: number; text: string | null; note: string; byAccount: string; byName: string }): Promise<boolean> {
  const written = await tx.withTables<DB>().insertInto("documents.templates").values(row).onConflict((clash) => clash.columns(["orgId", "form", "version"]).doNothing()).returning("version").executeTakeFirst();
  return written !== undefined;
}

export interface MadeDocument { readonly id: string; readonly form: FormKey; readonly format: Format; readonly templateVersion: number; readonly contentHash: string; readonly byName: string; readonly at: string }

export async function insertMade(tx: Tx, row: { orgId: string; caseId: string | null; groupId: string | null; aboutId: string | null; personId: string | null; form: FormKey; format: Format; templateVersion: number; templateHash: string; contentHash: string; byAccount: string; byName: string }): Promise<void> {
  await tx.withTables<DB>().insertInto("documents.made").values(row).execute();
}

/** The documents made of a case, the newest first. */
export async function madeOf(tx: Tx, orgId: string, caseId: string, limit = 50): Promise<MadeDocument[]> {
  return await tx.withTables<DB>().selectFrom("documents.made").select(["id", "form", "format", "templateVersion", "contentHash", "byName", "at"])
    .where("orgId", "=", orgId).where("caseId", "=", caseId).orderBy("at", "desc").limit(limit).execute() as MadeDocument[];
}

/** The same of a group, with the session or member each is about. */
export async function madeOfGroup(tx: Tx, orgId: string, groupId: string, limit = 50): Promise<(MadeDocument & { readonly aboutId: string | null })[]> {
  return await tx.withTables<DB>().selectFrom("documents.made").select(["id", "form", "format", "templateVersion", "contentHash", "byName", "at", "aboutId"])
    .where("orgId", "=", orgId).where("groupId", "=", groupId).orderBy("at", "desc").limit(limit).execute() as (MadeDocument & { readonly aboutId: string | null })[];
}
