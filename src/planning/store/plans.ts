import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { decodeCursor, pageOf, type Page } from "#platform/db/keyset.ts";
import type { Owner } from "../model/plan.ts";
import type { DB } from "./tables.generated.ts";

const PAGE = 50;

export interface StoredPlan {
  readonly id: string; readonly personId: string; readonly caseId: string | null; readonly currentVersion: number | null; readonly reviewOn: string | null; readonly endedOn: string | null; readonly createdByName: string; readonly createdAt: string;
}
const COLUMNS = ["id", "personId", "caseId", "currentVersion", "reviewOn", "endedOn", "createdByName", "createdAt"] as const;

export async function insertPlan(tx: Tx, row: { orgId: string; id: string; personId: string; caseId: string | null; createdBy: string; createdByName: string; createdAt: Date }): Promise<void> {
  await tx.withTables<DB>().insertInto("planning.plans").values({ ...row, createdAt: row.createdAt.toISOString() }).execute();
}

export async function findPlan(tx: Tx, orgId: string, id: string): Promise<StoredPlan | undefined> {
  return tx.withTables<DB>().selectFrom("planning.plans").select(COLUMNS).where("orgId", "=", orgId).where("id", "=", id).executeTakeFirst();
}

/** The plan, held until the transaction ends: all that is done with a plan happens one after another. */
export async function lockPlan(tx: Tx, orgId: string, id: string): Promise<StoredPlan | undefined> {
  return tx.withTables<DB>().selectFrom("planning.plans").select(COLUMNS).where("orgId", "=", orgId).where("id", "=", id).forUpdate().executeTakeFirst();
}

export async function plansOf(tx: Tx, orgId: string, personIds: readonly string[]): Promise<StoredPlan[]> {
  return tx.withTables<DB>().selectFrom("planning.plans").select(COLUMNS).where("orgId", "=", orgId).where(sql<boolean>`person_id = any(${personIds}::uuid[])`).orderBy("createdAt", "desc").orderBy("id").execute();
}

/** Keeps beside the plan how it stands, for lists to go by. */
export async function keepPlanState(tx: Tx, orgId: string, id: string, state: { currentVersion?: number; reviewOn?: string; endedOn?: string }): Promise<void> {
  await tx.withTables<DB>().updateTable("planning.plans").set(state).where("orgId", "=", orgId).where("id", "=", id).execute();
}

export type PlanLine = Omit<StoredPlan, "createdByName" | "createdAt">;

/** Plans to be reviewed by a day, the longest overdue first. */
export async function listReviewsDue(tx: Tx, orgId: string, by: string, { after, limit = PAGE }: { after?: string | null | undefined; limit?: number | undefined }): Promise<Page<PlanLine>> {
  const keys = decodeCursor(after, ["day", "id"]);
  const { rows } = await sql<PlanLine>`select id, person_id, case_id, current_version, review_on, ended_on from planning.plans
    where org_id = ${orgId} and ended_on is null and review_on <= ${by} ${keys ? sql`and (review_on, id) > (${keys[0]}::date, ${keys[1]}::uuid)` : sql``} order by review_on, id limit ${limit + 1}`.execute(tx);
  return pageOf(rows, limit, (row) => [row.reviewOn, row.id]);
}

/** All plans, the newest first. */
export async function listPlanLines(tx: Tx, orgId: string, { after, limit = PAGE }: { after?: string | null | undefined; limit?: number | undefined }): Promise<Page<PlanLine>> {
  const keys = decodeCursor(after, ["instant", "id"]);
  const { rows } = await sql<PlanLine & { createdAt: string }>`select id, person_id, case_id, current_version, review_on, ended_on, created_at from planning.plans
    where org_id = ${orgId} ${keys ? sql`and (created_at, id) < (${keys[0]}::timestamptz, ${keys[1]}::uuid)` : sql``} order by created_at desc, id desc limit ${limit + 1}`.execute(tx);
  return pageOf(rows, limit, (row) => [row.createdAt, row.id]);
}

export interface DueStep { readonly planId: string; readonly personId: string; readonly caseId: string | null; readonly stepId: string; readonly words: string; readonly owner: Owner; readonly ownerName: string; readonly dueOn: string }

/** Open steps of running plans that are due by a day, the longest overdue first. */
export async function listStepsDue(tx: Tx, orgId: string, by: string, { after, limit = PAGE }: { after?: string | null | undefined; limit?: number | undefined }): Promise<Page<DueStep>> {
  const keys = decodeCursor(after, ["day", "id"]);
  const { rows } = await sql<DueStep>`
    select s.plan_id, p.person_id, p.case_id, s.step_id, s.words, s.owner, s.owner_name, s.due_on
    from planning.steps s join planning.plans p on p.org_id = ${orgId} and p.id = s.plan_id and p.current_version = s.version and p.ended_on is null
    where s.org_id = ${orgId} and s.due_on <= ${by} ${keys ? sql`and (s.due_on, s.step_id) > (${keys[0]}::date, ${keys[1]}::uuid)` : sql``}
      and coalesce((select e.state from planning.step_events e where e.org_id = ${orgId} and e.plan_id = s.plan_id and e.step_id = s.step_id order by e.number desc limit 1), 'open') = 'open'
    order by s.due_on, s.step_id limit ${limit + 1}`.execute(tx);
  return pageOf(rows, limit, (row) => [row.dueOn, row.stepId]);
}
