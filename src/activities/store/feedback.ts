import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { Face } from "../model/faces.ts";
import type { DB } from "./tables.generated.ts";

/** Adds somebody's answer; the first counts. */
export async function insertFeedback(tx: Tx, orgId: string, row: { sessionId: string; giver: Buffer; face: Face; words: string; givenOn: string }): Promise<boolean> {
  return (await tx.withTables<DB>().insertInto("activities.feedback").values({ orgId, ...row }).onConflict((clash) => clash.doNothing()).returning("face").executeTakeFirst()) !== undefined;
}

/** An answer as the session's page may have it; `shared` was pressed on the device that went round. */
export interface Answer { readonly face: Face; readonly words: string; readonly shared: boolean }

/** Answers of a session, in no order that tells who gave them. */
export async function feedbackOf(tx: Tx, orgId: string, sessionId: string): Promise<Answer[]> {
  const { rows } = await sql<Answer>`
    select face, words, shared from (
      select face, words, false as shared, md5(giver::text) as place from activities.feedback where org_id = ${orgId} and session_id = ${sessionId}::uuid
      union all
      select f.face, '', true, md5(f.answer_id::text) from activities.shared_feedback f
      where f.org_id = ${orgId} and f.session_id = ${sessionId}::uuid and not exists (select from activities.shared_feedback_undone u where u.org_id = f.org_id and u.answer_id = f.answer_id)
    ) a order by place`.execute(tx);
  return rows;
}

/** Adds a press of the shared device. */
export async function insertShared(tx: Tx, orgId: string, row: { sessionId: string; answerId: string; face: Face; givenOn: string }): Promise<void> {
  await tx.withTables<DB>().insertInto("activities.sharedFeedback").values({ orgId, ...row }).onConflict((clash) => clash.doNothing()).execute();
}

/** Whether a press of this session has arrived, taken back since or not. */
export async function hasShared(tx: Tx, orgId: string, sessionId: string, answerId: string): Promise<boolean> {
  return (await tx.withTables<DB>().selectFrom("activities.sharedFeedback").select("answerId").where("orgId", "=", orgId).where("sessionId", "=", sessionId).where("answerId", "=", answerId).executeTakeFirst()) !== undefined;
}

/** How many answers the shared device has given for a session. */
export async function countShared(tx: Tx, orgId: string, sessionId: string): Promise<number> {
  const { rows: [row] } = await sql<{ given: number }>`
    select count(*)::int as given from activities.shared_feedback f
    where f.org_id = ${orgId} and f.session_id = ${sessionId}::uuid and not exists (select from activities.shared_feedback_undone u where u.org_id = f.org_id and u.answer_id = f.answer_id)`.execute(tx);
  return row!.given;
}

/** Takes a press back; once is enough. */
export async function insertUndone(tx: Tx, orgId: string, answerId: string): Promise<void> {
  await tx.withTables<DB>().insertInto("activities.sharedFeedbackUndone").values({ orgId, answerId }).onConflict((clash) => clash.doNothing()).execute();
}
