import type { Tx } from "#platform/db/connect.ts";
import { sql } from "kysely";
import type { DB } from "./tables.generated.ts";

export interface InterviewToInsert {
  readonly orgId: string; readonly id: string; readonly roundId: string; readonly personId: string; readonly attemptId: string; readonly heldOn: string; readonly mode: string;
  readonly present: string[]; readonly understanding: string; readonly carerId: string | null; readonly summary: string; readonly recordedBy: string; readonly recordedByName: string;
}

export async function insertInterview(tx: Tx, interview: InterviewToInsert): Promise<void> {
  await tx.withTables<DB>().insertInto("outreach.interviews").values(interview).execute();
}

/** Interviews of a person, newest first. */
export async function interviewsOf(tx: Tx, orgId: string, personIds: readonly string[]) {
  if (personIds.length === 0) return [];
  return tx.withTables<DB>().selectFrom("outreach.interviews").select(["id", "roundId", "personId", "attemptId", "heldOn", "mode", "present", "understanding", "carerId", "summary", "recordedByName", "recordedAt"])
    .where("orgId", "=", orgId).where(sql<boolean>`person_id = any(${personIds}::uuid[])`).orderBy("heldOn", "desc").orderBy("recordedAt", "desc").execute();
}

interface DraftKey { readonly orgId: string; readonly roundId: string; readonly personId: string; readonly accountId: string }

export async function lockDraft(tx: Tx, key: DraftKey) {
  return tx.withTables<DB>().selectFrom("outreach.interviewDrafts").select(["sealed", "version", "savedAt"])
    .where("orgId", "=", key.orgId).where("roundId", "=", key.roundId).where("personId", "=", key.personId).where("accountId", "=", key.accountId).forUpdate().executeTakeFirst();
}

export async function readDraft(tx: Tx, key: DraftKey) {
  return tx.withTables<DB>().selectFrom("outreach.interviewDrafts").select(["sealed", "version", "savedAt"])
    .where("orgId", "=", key.orgId).where("roundId", "=", key.roundId).where("personId", "=", key.personId).where("accountId", "=", key.accountId).executeTakeFirst();
}

export async function putDraft(tx: Tx, key: DraftKey, sealed: Buffer): Promise<void> {
  await tx.withTables<DB>().insertInto("outreach.interviewDrafts").values({ ...key, sealed })
    .onConflict((clash) => clash.columns(["orgId", "roundId", "personId", "accountId"]).doUpdateSet({ sealed, version: sql<number>`interview_drafts.version + 1`, savedAt: sql<string>`clock_timestamp()` })).execute();
}

export async function deleteDraft(tx: Tx, key: DraftKey): Promise<void> {
  await tx.withTables<DB>().deleteFrom("outreach.interviewDrafts")
    .where("orgId", "=", key.orgId).where("roundId", "=", key.roundId).where("personId", "=", key.personId).where("accountId", "=", key.accountId).execute();
}
