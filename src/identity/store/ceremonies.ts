import type { Db } from "../../platform/db/connect.ts";
import type { DB } from "./tables.generated.ts";

export type CeremonyKind = "passkey_add" | "passkey_sign_in" | "oidc" | "password_reset";

/** Remembers the first half of an exchange, and forgets those nobody finished. */
export async function insertCeremony(
  db: Db, ceremony: { tokenHash: Buffer; kind: CeremonyKind; accountId: string | null; facts: unknown; expiresAt: string }, now: Date,
): Promise<void> {
  const tables = db.withTables<DB>();
  await tables.deleteFrom("identity.ceremonies").where("expiresAt", "<", now.toISOString()).execute();
  await tables.insertInto("identity.ceremonies").values({ ...ceremony, facts: JSON.stringify(ceremony.facts) }).execute();
}

/** Takes the first half back, once. */
export async function takeCeremony<T>(db: Db, tokenHash: Buffer, kind: CeremonyKind, now: Date): Promise<{ accountId: string | null; facts: T } | undefined> {
  const row = await db.withTables<DB>().deleteFrom("identity.ceremonies").where("tokenHash", "=", tokenHash).where("kind", "=", kind)
    .where("expiresAt", ">", now.toISOString()).returning(["accountId", "facts"]).executeTakeFirst();
  return row as { accountId: string | null; facts: T } | undefined;
}

/** Looks at it without taking it. */
export async function findCeremony(db: Db, tokenHash: Buffer, kind: CeremonyKind, now: Date): Promise<{ accountId: string | null } | undefined> {
  return db.withTables<DB>().selectFrom("identity.ceremonies").select("accountId").where("tokenHash", "=", tokenHash).where("kind", "=", kind)
    .where("expiresAt", ">", now.toISOString()).executeTakeFirst();
}
