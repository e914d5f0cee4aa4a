import type { Tx } from "#platform/db/connect.ts";
import type { Mapping } from "../model/fields.ts";
import type { DB } from "./tables.generated.ts";

/** What columns under these headers were said to mean the last time. */
export async function findSavedMapping(tx: Tx, orgId: string, fingerprint: string): Promise<Mapping | null> {
  const row = await tx.withTables<DB>().selectFrom("register.savedMappings").select("mapping").where("orgId", "=", orgId).where("fingerprint", "=", fingerprint).executeTakeFirst();
  return (row?.mapping as Mapping | undefined) ?? null;
}

/** Remembers a mapping for the next file with the same headers. */
export async function saveMapping(tx: Tx, orgId: string, saved: { fingerprint: string; name: string; mapping: Mapping; savedBy: string; savedAt: string }): Promise<void> {
  const values = { ...saved, mapping: JSON.stringify(saved.mapping) };
  await tx.withTables<DB>().insertInto("register.savedMappings").values({ orgId, ...values })
    .onConflict((clash) => clash.columns(["orgId", "fingerprint"]).doUpdateSet({ name: values.name, mapping: values.mapping, savedBy: values.savedBy, savedAt: values.savedAt })).execute();
}
