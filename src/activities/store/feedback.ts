import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { DB } from "./tables.generated.ts";

export const FACES = ["good", "fair", "poor"] as const;
export type Face = (typeof FACES)[number];

/** Adds somebody's answer; the first counts. */
export async function insertFeedback(tx: Tx, orgId: string, row: { sessionId: string; giver: Buffer; face: Face; words: string; givenOn: string }): Promise<boolean> {
  return (await tx.withTables<DB>().insertInto("activities.feedback").values({ orgId, ...row }).onConflict((clash) => clash.doNothing()).returning("face").executeTakeFirst()) !== undefined;
}

/** Answers of a session, in no order that tells who gave them. */
export async function feedbackOf(tx: Tx, orgId: string, sessionId: string): Promise<{ face: Face; words: string }[]> {
  const rows = await tx.withTables<DB>().selectFrom("activities.feedback").select(["face", "words"]).where("orgId", "=", orgId).where("sessionId", "=", sessionId).orderBy(sql`md5(giver::text)`).execute();
  return rows as { face: Face; words: string }[];
}
