import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { DigestFigures, DigestRule } from "../../model/digest/digest.ts";
import type { DB } from "../tables.generated.ts";

export interface StoredRule extends DigestRule { readonly version: number; readonly byName: string; readonly at: string }

/** The rule in force; undefined until the organisation set one. */
export async function currentRule(tx: Tx, orgId: string): Promise<StoredRule | undefined> {
  return tx.withTables<DB>().selectFrom("insights.digestRules").select(["version", "weekday", "hour", "byName", "at"]).where("orgId", "=", orgId).orderBy("version", "desc").limit(1).executeTakeFirst();
}

/** Adds a version; false when somebody else wrote the same number meanwhile. */
export async function insertRule(tx: Tx, orgId: string, rule: DigestRule & { version: number; by: string; byName: string }): Promise<boolean> {
  const added = await tx.withTables<DB>().insertInto("insights.digestRules").values({ orgId, ...rule }).onConflict((clash) => clash.columns(["orgId", "version"]).doNothing()).returning("version").executeTakeFirst();
  return added !== undefined;
}

/** Whether an account wants a mail of its digest. */
export async function wantsMail(tx: Tx, orgId: string, accountId: string): Promise<boolean> {
  const row = await tx.withTables<DB>().selectFrom("insights.digestChoices").select("mail").where("orgId", "=", orgId).where("accountId", "=", accountId).orderBy("number", "desc").limit(1).executeTakeFirst();
  return row?.mail !== "not_wanted";
}

export async function insertChoice(tx: Tx, orgId: string, accountId: string, mail: "wanted" | "not_wanted"): Promise<void> {
  await sql`insert into insights.digest_choices (org_id, account_id, number, mail)
    select ${orgId}, ${accountId}, 1 + coalesce(max(number), 0), ${mail} from insights.digest_choices where org_id = ${orgId} and account_id = ${accountId}`.execute(tx);
}

/** A digest as it was told. */
export interface KeptDigest { readonly weekOn: string; readonly figures: DigestFigures; readonly madeAt: string }

export async function findDigest(tx: Tx, orgId: string, accountId: string, weekOn: string): Promise<KeptDigest | undefined> {
  return await tx.withTables<DB>().selectFrom("insights.digests").select(["weekOn", "figures", "madeAt"])
    .where("orgId", "=", orgId).where("accountId", "=", accountId).where("weekOn", "=", weekOn).executeTakeFirst() as unknown as KeptDigest | undefined;
}

/** The account's digests, the latest week first. */
export async function listDigests(tx: Tx, orgId: string, accountId: string, limit: number): Promise<KeptDigest[]> {
  return await tx.withTables<DB>().selectFrom("insights.digests").select(["weekOn", "figures", "madeAt"])
    .where("orgId", "=", orgId).where("accountId", "=", accountId).orderBy("weekOn", "desc").limit(limit).execute() as unknown as KeptDigest[];
}

/** Keeps a digest. False when this week's is there already, also when another server is writing it at this moment. */
export async function insertDigest(tx: Tx, orgId: string, accountId: string, { weekOn, figures, madeAt }: KeptDigest): Promise<boolean> {
  const added = await tx.withTables<DB>().insertInto("insights.digests").values({ orgId, accountId, weekOn, figures: JSON.stringify(figures), madeAt })
    .onConflict((clash) => clash.columns(["orgId", "accountId", "weekOn"]).doNothing()).returning("weekOn").executeTakeFirst();
  return added !== undefined;
}
