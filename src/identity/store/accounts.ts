import { sql } from "kysely";
import type { Db } from "../../platform/db/connect.ts";
import type { DB } from "./tables.generated.ts";

/** A sign-in with what is needed to check it; never leaves the slice. */
export interface AccountRow {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly passwordHash: string | null;
  readonly totpSecret: Buffer | null;
  readonly totpConfirmedAt: string | null;
  readonly preferences: string;
  readonly isDemo: boolean;
  readonly disabledAt: string | null;
  readonly version: number;
}

const ACCOUNT = ["id", "login", "name", "passwordHash", "totpSecret", "totpConfirmedAt", "preferences", "isDemo", "disabledAt", "version"] as const;

/** The account of a login, whatever the case it is typed in. */
export async function findAccountByLogin(db: Db, login: string): Promise<AccountRow | undefined> {
  return db.withTables<DB>().selectFrom("identity.accounts").select(ACCOUNT).where(sql<boolean>`lower(login) = lower(${login})`).executeTakeFirst();
}

/** One account. */
export async function findAccount(db: Db, id: string): Promise<AccountRow | undefined> {
  return db.withTables<DB>().selectFrom("identity.accounts").select(ACCOUNT).where("id", "=", id).executeTakeFirst();
}

/** Adds an account; undefined when the login is taken. */
export async function insertAccount(
  db: Db, account: { id?: string; login: string; name: string; passwordHash: string | null; isDemo: boolean },
): Promise<string | undefined> {
  const row = await db.withTables<DB>().insertInto("identity.accounts").values(account).onConflict((clash) => clash.doNothing()).returning("id").executeTakeFirst();
  return row?.id;
}

/** Changes what is given and counts the version up. */
export async function updateAccount(
  db: Db, id: string,
  change: Partial<{ name: string; passwordHash: string; totpSecret: Buffer | null; totpConfirmedAt: string | null; disabledAt: string | null }>,
): Promise<void> {
  await db.withTables<DB>().updateTable("identity.accounts").set({ ...change, version: sql<number>`version + 1` }).where("id", "=", id).execute();
}

/** Names by account, for lists that say who did something. */
export async function selectAccountNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.withTables<DB>().selectFrom("identity.accounts").select(["id", "name"]).where("id", "in", [...ids]).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** The made-up people of a demo, in the order they were made. */
export async function selectDemoAccounts(db: Db, limit: number): Promise<{ id: string; name: string }[]> {
  return db.withTables<DB>().selectFrom("identity.accounts").select(["id", "name"]).where("isDemo", "=", true).where("disabledAt", "is", null)
    .orderBy("createdAt").orderBy("id").limit(limit).execute();
}

/** Takes a time step of the second factor; false when a code of it, or a later one, was taken already. */
export async function takeTotpStep(db: Db, id: string, step: number): Promise<boolean> {
  const row = await db.withTables<DB>().updateTable("identity.accounts").set({ totpLastStep: step }).where("id", "=", id).where("totpLastStep", "<", step)
    .returning("id").executeTakeFirst();
  return row !== undefined;
}

/** Holds an account's row until the transaction ends. */
export async function lockAccount(db: Db, id: string): Promise<void> {
  await db.withTables<DB>().selectFrom("identity.accounts").select("id").where("id", "=", id).forUpdate().execute();
}

/** Keeps preferences; they do not count as a change of the account. */
export async function updatePreferences(db: Db, id: string, preferences: string): Promise<void> {
  await db.withTables<DB>().updateTable("identity.accounts").set({ preferences }).where("id", "=", id).execute();
}
