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
