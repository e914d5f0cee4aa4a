import type { Tx } from "../../platform/db/connect.ts";
import type { DB } from "./tables.generated.ts";

/** A usable access token with its account's name. */
export async function findAccessToken(tx: Tx, orgId: string, tokenHash: Buffer, now: Date) {
  return tx.withTables<DB>().selectFrom("identity.accessTokens as t").innerJoin("identity.accounts as a", "a.id", "t.accountId")
    .select(["t.id", "t.accountId", "t.scopes", "t.strong", "t.lastUsedAt", "a.name"])
    .where("t.orgId", "=", orgId).where("t.tokenHash", "=", tokenHash).where("t.revokedAt", "is", null).where("t.expiresAt", ">", now.toISOString())
    .where("a.disabledAt", "is", null).executeTakeFirst();
}

/** Notes that a token was used. */
export async function touchAccessToken(tx: Tx, orgId: string, id: string, at: string): Promise<void> {
  await tx.withTables<DB>().updateTable("identity.accessTokens").set({ lastUsedAt: at }).where("orgId", "=", orgId).where("id", "=", id).execute();
}

/** Adds an access token; only its hash is kept. */
export async function insertAccessToken(
  tx: Tx, token: { orgId: string; id: string; accountId: string; name: string; tokenHash: Buffer; scopes: string[]; strong: boolean; createdAt: string; expiresAt: string },
): Promise<void> {
  await tx.withTables<DB>().insertInto("identity.accessTokens").values(token).execute();
}

/** An account's own access tokens in the organisation that still work, the latest first. */
export async function selectAccessTokens(tx: Tx, orgId: string, accountId: string, now: string) {
  return tx.withTables<DB>().selectFrom("identity.accessTokens").select(["id", "name", "scopes", "createdAt", "expiresAt", "lastUsedAt"])
    .where("orgId", "=", orgId).where("accountId", "=", accountId).where("revokedAt", "is", null).where("expiresAt", ">", now)
    .orderBy("createdAt", "desc").limit(100).execute();
}

/** Makes one of an account's tokens void; false when it was not theirs or is void already. */
export async function revokeAccessTokenRow(tx: Tx, orgId: string, accountId: string, id: string, at: string): Promise<boolean> {
  const row = await tx.withTables<DB>().updateTable("identity.accessTokens").set({ revokedAt: at })
    .where("orgId", "=", orgId).where("accountId", "=", accountId).where("id", "=", id).where("revokedAt", "is", null).returning("id").executeTakeFirst();
  return row !== undefined;
}

/** Makes all of an account's tokens in the organisation void. */
export async function revokeTokensOf(tx: Tx, orgId: string, accountId: string, at: string): Promise<void> {
  await tx.withTables<DB>().updateTable("identity.accessTokens").set({ revokedAt: at })
    .where("orgId", "=", orgId).where("accountId", "=", accountId).where("revokedAt", "is", null).execute();
}
