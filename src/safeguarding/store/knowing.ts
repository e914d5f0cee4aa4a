import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { DB } from "./tables.generated.ts";

/** Who was let in or shut out, when and why. */
export interface KnowingRow {
  readonly number: number;
  readonly accountId: string;
  readonly accountName: string;
  readonly change: "given" | "ended";
  readonly why: string;
  readonly byName: string;
  readonly at: string;
}

export async function insertKnowing(tx: Tx, orgId: string, incidentId: string, rows: readonly KnowingRow[]): Promise<void> {
  if (rows.length > 0) await tx.withTables<DB>().insertInto("safeguarding.knowing").values(rows.map((row) => ({ orgId, incidentId, ...row }))).execute();
}

export async function listKnowing(tx: Tx, orgId: string, incidentId: string): Promise<KnowingRow[]> {
  return (await tx.withTables<DB>().selectFrom("safeguarding.knowing").select(["number", "accountId", "accountName", "change", "why", "byName", "at"])
    .where("orgId", "=", orgId).where("incidentId", "=", incidentId).orderBy("number").execute()) as KnowingRow[];
}

/** Lets the acting lead in wherever they never were; how many incidents that opened. The caller has asked for the right. */
export async function letLeadIn(tx: Tx, name: string, personId: string | null, why: string): Promise<number> {
  const { rows: [row] } = await sql<{ letIn: number }>`select safeguarding.let_lead_in(${name}, ${personId}::uuid, ${why}) as let_in`.execute(tx);
  return row!.letIn;
}
