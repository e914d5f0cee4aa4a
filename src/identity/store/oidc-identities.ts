import type { Db } from "../../platform/db/connect.ts";
import type { DB } from "./tables.generated.ts";

/** The account an identity provider's subject stands for. */
export async function findOidcAccount(db: Db, issuer: string, subject: string): Promise<{ id: string; name: string } | undefined> {
  return db.withTables<DB>().selectFrom("identity.oidcIdentities as i").innerJoin("identity.accounts as a", "a.id", "i.accountId").select(["a.id", "a.name"])
    .where("i.issuer", "=", issuer).where("i.subject", "=", subject).where("a.disabledAt", "is", null).executeTakeFirst();
}

/** Joins a subject to an account; false when it stands for one already. */
export async function insertOidcIdentity(db: Db, identity: { issuer: string; subject: string; accountId: string }): Promise<boolean> {
  const row = await db.withTables<DB>().insertInto("identity.oidcIdentities").values(identity).onConflict((clash) => clash.doNothing())
    .returning("issuer").executeTakeFirst();
  return row !== undefined;
}

/** The identity providers joined to an account. */
export async function selectOidcIdentities(db: Db, accountId: string) {
  return db.withTables<DB>().selectFrom("identity.oidcIdentities").select(["issuer", "subject", "linkedAt"]).where("accountId", "=", accountId).execute();
}
