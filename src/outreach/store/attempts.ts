import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { AttemptFacts } from "../model/round/member-state.ts";
import type { DB } from "./tables.generated.ts";

/** One attempt (联系记录) as it was logged. */
export interface Attempt extends AttemptFacts {
  readonly id: string;
  readonly atTime: string | null;
  readonly talkedTo: "client" | "carer" | "other" | null;
  readonly minutes: number | null;
  readonly note: string;
  readonly byName: string;
  readonly recordedAt: string;
}

export interface AttemptToInsert extends AttemptFacts {
  readonly orgId: string; readonly roundId: string; readonly personId: string; readonly atTime: string | null; readonly talkedTo: string | null;
  readonly minutes: number | null; readonly note: string; readonly by: string; readonly byName: string;
}

const ATTEMPT = ["id", "number", "mode", "outcome", "onDay", "atTime", "talkedTo", "minutes", "note", "nextDueOn", "corrects", "byName", "recordedAt"] as const;

export async function insertAttempt(tx: Tx, attempt: AttemptToInsert): Promise<string> {
  const { id } = await tx.withTables<DB>().insertInto("outreach.attempts").values(attempt).returning("id").executeTakeFirstOrThrow();
  return id;
}

/** All attempts of a member, in the order they were logged. */
export async function attemptsOf(tx: Tx, orgId: string, roundId: string, personId: string): Promise<Attempt[]> {
  return tx.withTables<DB>().selectFrom("outreach.attempts").select(ATTEMPT)
    .where("orgId", "=", orgId).where("roundId", "=", roundId).where("personId", "=", personId).orderBy("number").execute() as Promise<Attempt[]>;
}

/** Who was reached since a day, in any round; corrected attempts do not count. */
export async function reachedSince(tx: Tx, orgId: string, sinceOn: string): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct a.person_id from outreach.attempts a
    where a.org_id = ${orgId} and a.outcome = 'reached' and a.on_day >= ${sinceOn}
      and not exists (select from outreach.attempts c where c.org_id = ${orgId} and c.round_id = a.round_id and c.person_id = a.person_id and c.corrects = a.number)`.execute(tx);
  return rows.map(({ personId }) => personId);
}
