import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";

export interface Outcome {
  readonly position: number;
  readonly personId: string;
  readonly outcome: "created" | "completed" | "joined" | "withheld";
}

/** Notes what became of rows. A row that comes twice is a fault and stops the transaction. */
export async function insertOutcomes(tx: Tx, orgId: string, importId: string, outcomes: readonly Outcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  await sql`insert into register.outcomes (org_id, import_id, position, person_id, outcome)
    select ${orgId}::uuid, ${importId}::uuid, t.* from unnest(${outcomes.map(({ position }) => position)}::int[], ${outcomes.map(({ personId }) => personId)}::uuid[],
      ${outcomes.map(({ outcome }) => outcome)}::text[]) t`.execute(tx);
}

/** Which of these persons this very import has added. */
export async function createdHere(tx: Tx, orgId: string, importId: string, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set();
  const { rows } = await sql<{ personId: string }>`select person_id from register.outcomes
    where org_id = ${orgId} and import_id = ${importId} and outcome = 'created' and person_id = any(${[...personIds]}::uuid[])`.execute(tx);
  return new Set(rows.map(({ personId }) => personId));
}
