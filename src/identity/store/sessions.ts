import { sql } from "kysely";
import type { Db } from "../../platform/db/connect.ts";
import type { DB } from "./tables.generated.ts";

/** A live session with its account, as read at every request. */
export interface SessionRow {
  readonly id: string;
  readonly accountId: string;
  readonly orgId: string | null;
  readonly openedAt: string;
  readonly lastSeenAt: string;
  readonly strongAt: string | null;
  readonly name: string;
  readonly login: string;
  readonly preferences: string;
  readonly hasTotp: boolean;
  readonly hasPasskey: boolean;
}

/** The session of a token: not ended, not revoked, its account not disabled. */
export async function findSession(db: Db, tokenHash: Buffer, now: Date): Promise<SessionRow | undefined> {
  return db.withTables<DB>().selectFrom("identity.sessions as s").innerJoin("identity.accounts as a", "a.id", "s.accountId")
    .select(["s.id", "s.accountId", "s.orgId", "s.openedAt", "s.lastSeenAt", "s.strongAt", "a.name", "a.login", "a.preferences"])
    .select(sql<boolean>`a.totp_confirmed_at is not null`.as("hasTotp"))
    .select(sql<boolean>`exists (select from identity.passkeys p where p.account_id = a.id)`.as("hasPasskey"))
    .where("s.tokenHash", "=", tokenHash).where("s.revokedAt", "is", null).where("s.expiresAt", ">", now.toISOString()).where("a.disabledAt", "is", null)
    .executeTakeFirst();
}

/** Opens a session. */
export async function insertSession(
  db: Db, session: { tokenHash: Buffer; accountId: string; orgId: string | null; openedAt: string; expiresAt: string; strongAt: string | null; agent: string },
): Promise<string> {
  const row = await db.withTables<DB>().insertInto("identity.sessions").values({ ...session, lastSeenAt: session.openedAt }).returning("id").executeTakeFirstOrThrow();
  return row.id;
}

/** Changes a session that still lives; false when it was revoked meanwhile. */
export async function updateSession(
  db: Db, id: string, change: Partial<{ tokenHash: Buffer; orgId: string | null; lastSeenAt: string; expiresAt: string; strongAt: string; revokedAt: string }>,
): Promise<boolean> {
  const { numUpdatedRows } = await db.withTables<DB>().updateTable("identity.sessions").set(change).where("id", "=", id).where("revokedAt", "is", null).executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Ends an account's sessions: one, or all but one. Answers how many. */
export async function revokeSessions(db: Db, accountId: string, now: Date, which: { id?: string; except?: string } = {}): Promise<number> {
  let query = db.withTables<DB>().updateTable("identity.sessions").set({ revokedAt: now.toISOString() })
    .where("accountId", "=", accountId).where("revokedAt", "is", null);
  if (which.id) query = query.where("id", "=", which.id);
  if (which.except) query = query.where("id", "<>", which.except);
  const { numUpdatedRows } = await query.executeTakeFirst();
  return Number(numUpdatedRows);
}

/** An account's live sessions, the latest used first. */
export async function selectSessions(db: Db, accountId: string, now: Date) {
  return db.withTables<DB>().selectFrom("identity.sessions").select(["id", "openedAt", "lastSeenAt", "agent", "strongAt"])
    .where("accountId", "=", accountId).where("revokedAt", "is", null).where("expiresAt", ">", now.toISOString())
    .orderBy("lastSeenAt", "desc").limit(50).execute();
}

/** Forgets sessions that ended long ago. */
export async function deleteOldSessions(db: Db, endedBefore: Date): Promise<void> {
  await db.withTables<DB>().deleteFrom("identity.sessions").where("expiresAt", "<", endedBefore.toISOString()).execute();
}
