import type { Tx } from "../../platform/db/connect.ts";
import type { MonthlyReturn } from "../model/monthly-return.ts";
import type { DB } from "./tables.generated.ts";

/** A return as it was handed in. */
export interface SubmittedReturn {
  readonly id: string;
  readonly month: string;
  readonly figures: MonthlyReturn;
  readonly note: string;
  readonly submittedByName: string;
  readonly submittedAt: string;
}

/** Keeps a return as it is handed in. */
export async function insertReturn(tx: Tx, orgId: string, row: { month: string; figures: MonthlyReturn; note: string; submittedBy: string; submittedByName: string; submittedAt: string }): Promise<string> {
  const { id } = await tx.withTables<DB>().insertInto("insights.returns").values({ orgId, ...row, figures: JSON.stringify(row.figures) }).returning("id").executeTakeFirstOrThrow();
  return id;
}

/** What was handed in, newest first; of one month, or of all. */
export async function listReturns(tx: Tx, orgId: string, month?: string, limit = 24): Promise<SubmittedReturn[]> {
  let query = tx.withTables<DB>().selectFrom("insights.returns").select(["id", "month", "figures", "note", "submittedByName", "submittedAt"]).where("orgId", "=", orgId);
  if (month) query = query.where("month", "=", month);
  return (await query.orderBy("month", "desc").orderBy("submittedAt", "desc").limit(limit).execute()) as unknown as SubmittedReturn[];
}
