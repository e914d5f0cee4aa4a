import { sql } from "kysely";
import type { Db } from "../../platform/db/connect.ts";
import type { AttemptCount } from "../model/attempt-limits.ts";
import type { DB } from "./tables.generated.ts";

/** Notes a try before its outcome is known, so that many at once cannot slip through together. */
export async function insertAttempt(db: Db, attempt: { at: string; kind: string; subjectHash: Buffer; addressHash: Buffer }): Promise<number> {
  const row = await db.withTables<DB>().insertInto("identity.signInAttempts").values(attempt).returning("id").executeTakeFirstOrThrow();
  return row.id;
}

/** Failed (or unfinished) tries since an instant. */
export async function countAttempts(db: Db, { subjectHash, addressHash }: { subjectHash: Buffer; addressHash: Buffer }, since: string): Promise<AttemptCount> {
  const { rows: [row] } = await sql<AttemptCount>`
    select count(*) filter (where subject_hash = ${subjectHash} and address_hash = ${addressHash}) as by_subject_and_address,
           count(*) filter (where subject_hash = ${subjectHash}) as by_subject,
           count(*) filter (where address_hash = ${addressHash}) as by_address,
           min(at) as oldest_at
    from identity.sign_in_attempts
    where not succeeded and at > ${since} and (subject_hash = ${subjectHash} or address_hash = ${addressHash})`.execute(db);
  return row!;
}

/** The try was good: it and the earlier ones of the same subject from the same address no longer count. */
export async function forgiveAttempts(db: Db, id: number, { subjectHash, addressHash }: { subjectHash: Buffer; addressHash: Buffer }): Promise<void> {
  await db.withTables<DB>().updateTable("identity.signInAttempts").set({ succeeded: true })
    .where("subjectHash", "=", subjectHash).where("addressHash", "=", addressHash).where("id", "<=", id).where("succeeded", "=", false).execute();
}

/** Old tries are of no use. */
export async function deleteOldAttempts(db: Db, before: string): Promise<void> {
  await db.withTables<DB>().deleteFrom("identity.signInAttempts").where("at", "<", before).execute();
}

/** Takes back a try that was refused before anything was compared. */
export async function deleteAttempt(db: Db, id: number): Promise<void> {
  await db.withTables<DB>().deleteFrom("identity.signInAttempts").where("id", "=", id).execute();
}
