import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { DB } from "./tables.generated.ts";

/** Somebody asked for a correction, and what they were answered. */
export interface CorrectionRequest {
  readonly id: string;
  readonly entryId: string;
  readonly words: string;
  readonly askedAt: string;
  readonly answer: "corrected" | "declined" | null;
  readonly answerWords: string | null;
  readonly answeredByName: string | null;
}

export async function insertRequest(tx: Tx, orgId: string, row: { entryId: string; words: string; askedBy: string; askedAt: string }): Promise<string> {
  const { id } = await tx.withTables<DB>().insertInto("hours.correctionRequests").values({ orgId, ...row }).returning("id").executeTakeFirstOrThrow();
  return id;
}

/** The requests about some entries, the earliest first. */
export async function selectRequests(tx: Tx, orgId: string, entryIds: readonly string[]): Promise<CorrectionRequest[]> {
  if (entryIds.length === 0) return [];
  const { rows } = await sql<CorrectionRequest>`select q.id, q.entry_id, q.words, q.asked_at, a.kind as answer, a.words as answer_words, a.by_name as answered_by_name
    from hours.correction_requests q left join hours.correction_answers a on a.org_id = q.org_id and a.request_id = q.id
    where q.org_id = ${orgId} and q.entry_id = any(${[...entryIds]}::uuid[]) order by q.asked_at, q.id`.execute(tx);
  return rows;
}

/** Answers requests that have no answer; how many were. */
export async function insertAnswers(tx: Tx, orgId: string, requestIds: readonly string[], answer: { kind: "corrected" | "declined"; words: string; byAccount: string; byName: string; at: string }): Promise<number> {
  if (requestIds.length === 0) return 0;
  const added = await tx.withTables<DB>().insertInto("hours.correctionAnswers").values(requestIds.map((requestId) => ({ orgId, requestId, ...answer }))).onConflict((clash) => clash.doNothing()).returning("requestId").execute();
  return added.length;
}
