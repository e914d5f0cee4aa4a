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

/** Accounts that belong to any of these teams on a day. */
export async function accountsOfTeams(tx: Tx, orgId: string, teamIds: readonly (string | null)[], on: string): Promise<string[]> {
  const wanted = teamIds.filter((id) => id !== null);
  if (wanted.length === 0) return [];
  const rows = await tx.withTables<DB>().selectFrom("casework.teamMembers").select("accountId").distinct().where("orgId", "=", orgId).where("teamId", "in", wanted)
    .where("fromOn", "<=", on).where((row) => row.or([row("untilOn", "is", null), row("untilOn", ">", on)])).execute();
  return rows.map(({ accountId }) => accountId);
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

/** Adds a version. False when somebody else wrote the same number meanwhile. */
export async function insertCasePolicy(tx: Tx, orgId: string, { reviewDays, approvals, ...row }: StoredCasePolicy & { by: string }): Promise<boolean> {
  const added = await tx.withTables<DB>().insertInto("casework.casePolicies").values({ orgId, ...row, approvals: [...approvals], reviewDays: JSON.stringify(reviewDays) })
    .onConflict((clash) => clash.columns(["orgId", "version"]).doNothing()).returning("version").executeTakeFirst();
  return added !== undefined;
}

/** Moves every review that is due to what other rules say. */
export async function moveReviews(tx: Tx, orgId: string, days: Readonly<Record<CaseStage, number>>): Promise<void> {
  await sql`update casework.case_states set review_on = since_on + (${JSON.stringify(days)}::jsonb ->> stage)::int where org_id = ${orgId} and standing = 'open'`.execute(tx);
}

/** Adds a team or a programme; false when an open one has that name. */
export async function insertName(tx: Tx, orgId: string, table: "teams" | "programmes", name: string): Promise<boolean> {
  const added = await tx.withTables<DB>().insertInto(`casework.${table}`).values({ orgId, name }).onConflict((clash) => clash.doNothing()).returning("id").executeTakeFirst();
  return added !== undefined;
}

export async function closeName(tx: Tx, orgId: string, table: "teams" | "programmes", id: string, closedOn: string): Promise<void> {
  await tx.withTables<DB>().updateTable(`casework.${table}`).set({ closedOn }).where("orgId", "=", orgId).where("id", "=", id).where("closedOn", "is", null).execute();
}

/** Who belongs to which team now. */
export async function openTeamMembers(tx: Tx, orgId: string): Promise<{ teamId: string; accountId: string }[]> {
  return tx.withTables<DB>().selectFrom("casework.teamMembers").select(["teamId", "accountId"]).where("orgId", "=", orgId).where("untilOn", "is", null).orderBy("fromOn").orderBy("id").execute();
}

export async function insertTeamMember(tx: Tx, orgId: string, teamId: string, accountId: string, fromOn: string): Promise<void> {
  await tx.withTables<DB>().insertInto("casework.teamMembers").values({ orgId, teamId, accountId, fromOn }).onConflict((clash) => clash.doNothing()).execute();
}

export async function endTeamMember(tx: Tx, orgId: string, teamId: string, accountId: string, untilOn: string): Promise<void> {
  await tx.withTables<DB>().updateTable("casework.teamMembers").set({ untilOn }).where("orgId", "=", orgId).where("teamId", "=", teamId).where("accountId", "=", accountId).where("untilOn", "is", null).execute();
}
