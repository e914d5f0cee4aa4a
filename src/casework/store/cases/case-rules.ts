import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { ApprovalStep, CaseStage } from "../../model/cases/case.ts";
import type { CasePolicy } from "../../model/cases/case-policy.ts";
import type { DB } from "../tables.generated.ts";

/** One version of the rules with who wrote it. */
export type StoredCasePolicy = CasePolicy & { readonly note: string; readonly byName: string };

/** Every version of the organisation's rules, the first first. */
export async function casePolicies(tx: Tx, orgId: string): Promise<StoredCasePolicy[]> {
  const rows = await tx.withTables<DB>().selectFrom("casework.casePolicies").select(["version", "fromOn", "approvals", "reviewDays", "note", "byName"])
    .where("orgId", "=", orgId).orderBy("version").execute();
  return rows.map((row) => ({ ...row, approvals: row.approvals as ApprovalStep[], reviewDays: row.reviewDays as unknown as Record<CaseStage, number> }));
}

/** The teams an account belongs to on a day. */
export async function teamsOfAccount(tx: Tx, orgId: string, accountId: string, on: string): Promise<string[]> {
  const rows = await tx.withTables<DB>().selectFrom("casework.teamMembers").select("teamId").where("orgId", "=", orgId).where("accountId", "=", accountId)
    .where("fromOn", "<=", on).where((row) => row.or([row("untilOn", "is", null), row("untilOn", ">", on)])).execute();
  return rows.map(({ teamId }) => teamId);
}

/** Names of teams or programmes by id, closed ones too. */
export async function namesOf(tx: Tx, orgId: string, table: "teams" | "programmes", ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await tx.withTables<DB>().selectFrom(`casework.${table}`).select(["id", "name"]).where("orgId", "=", orgId).where("id", "in", wanted).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Teams or programmes one may choose today, by the pinyin of their names. */
export async function openNames(tx: Tx, orgId: string, table: "teams" | "programmes"): Promise<{ id: string; name: string }[]> {
  return tx.withTables<DB>().selectFrom(`casework.${table}`).select(["id", "name"]).where("orgId", "=", orgId).where("closedOn", "is", null).orderBy(sql`name collate "zh-x-icu"`).execute();
}
