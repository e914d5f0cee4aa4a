import { sql } from "kysely";
import type { Db } from "../../platform/db/connect.ts";
import type { DB } from "./tables.generated.ts";

/** A passkey as it is shown to its owner. */
export interface PasskeyRow {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
}

/** An account's passkeys. */
export async function selectPasskeys(db: Db, accountId: string): Promise<(PasskeyRow & { transports: string[] })[]> {
  return db.withTables<DB>().selectFrom("identity.passkeys").select(["id", "name", "createdAt", "lastUsedAt", "transports"])
    .where("accountId", "=", accountId).orderBy("createdAt").execute();
}

/** A passkey with what is needed to check an answer of it. */
export async function findPasskey(db: Db, id: string) {
  return db.withTables<DB>().selectFrom("identity.passkeys as p").innerJoin("identity.accounts as a", "a.id", "p.accountId")
    .select(["p.id", "p.accountId", "p.publicKey", "p.counter", "p.transports", "a.name as accountName", "a.disabledAt"])
    .where("p.id", "=", id).executeTakeFirst();
}

/** Adds a passkey; false when the authenticator is known already. */
export async function insertPasskey(
  db: Db, passkey: { id: string; accountId: string; name: string; publicKey: Buffer; counter: number; transports: string[] },
): Promise<boolean> {
  const row = await db.withTables<DB>().insertInto("identity.passkeys").values(passkey).onConflict((clash) => clash.doNothing()).returning("id").executeTakeFirst();
  return row !== undefined;
}

/** Notes a use of a passkey and the authenticator's own count. */
export async function touchPasskey(db: Db, id: string, counter: number, at: string): Promise<void> {
  await db.withTables<DB>().updateTable("identity.passkeys").set({ counter, lastUsedAt: at }).where("id", "=", id).execute();
}

/** Removes one of an account's passkeys, or all; answers how many. */
export async function deletePasskeys(db: Db, accountId: string, id?: string): Promise<number> {
  let query = db.withTables<DB>().deleteFrom("identity.passkeys").where("accountId", "=", accountId);
  if (id !== undefined) query = query.where("id", "=", id);
  const { numDeletedRows } = await query.executeTakeFirst();
  return Number(numDeletedRows);
}

/** Replaces an account's recovery codes; none given removes them. */
export async function replaceRecoveryCodes(db: Db, accountId: string, hashes: readonly Buffer[]): Promise<void> {
  const tables = db.withTables<DB>();
  await tables.deleteFrom("identity.recoveryCodes").where("accountId", "=", accountId).execute();
  if (hashes.length > 0) await tables.insertInto("identity.recoveryCodes").values(hashes.map((codeHash) => ({ accountId, codeHash }))).execute();
}

/** Uses up a recovery code; false when there is no such code, or no longer. */
export async function takeRecoveryCode(db: Db, accountId: string, codeHash: Buffer, at: string): Promise<boolean> {
  const row = await db.withTables<DB>().updateTable("identity.recoveryCodes").set({ usedAt: at })
    .where("accountId", "=", accountId).where("codeHash", "=", codeHash).where("usedAt", "is", null).returning("accountId").executeTakeFirst();
  return row !== undefined;
}

/** How many recovery codes are left. */
export async function countRecoveryCodes(db: Db, accountId: string): Promise<number> {
  const row = await db.withTables<DB>().selectFrom("identity.recoveryCodes").select(sql<number>`count(*)`.as("left"))
    .where("accountId", "=", accountId).where("usedAt", "is", null).executeTakeFirstOrThrow();
  return row.left;
}
