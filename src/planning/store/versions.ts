import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { Goal, PlanContent, Risk, Step } from "../model/plan.ts";
import type { DB } from "./tables.generated.ts";

/** A version without its goals and steps. */
export interface StoredVersion {
  readonly number: number; readonly about: string; readonly risk: Risk; readonly reviewOn: string; readonly reason: string; readonly settledAt: string | null; readonly settledOn: string | null;
  readonly text: string | null; readonly textHash: string | null; readonly edition: number; readonly createdByName: string; readonly createdAt: string;
}

interface Place { readonly orgId: string; readonly planId: string; readonly version: number }

/** Every version of a plan, the newest first. */
export async function versionsOf(tx: Tx, orgId: string, planId: string): Promise<StoredVersion[]> {
  return tx.withTables<DB>().selectFrom("planning.versions").select(["number", "about", "risk", "reviewOn", "reason", "settledAt", "settledOn", "text", "textHash", "edition", "createdByName", "createdAt"])
    .where("orgId", "=", orgId).where("planId", "=", planId).orderBy("number", "desc").execute() as Promise<StoredVersion[]>;
}

export async function goalsOf(tx: Tx, orgId: string, planId: string): Promise<(Goal & { readonly version: number })[]> {
  return tx.withTables<DB>().selectFrom("planning.goals").select(["version", "goalId", "words", "baseline", "baselineLevel", "levels", "weight", "targetOn", "needId"])
    .where("orgId", "=", orgId).where("planId", "=", planId).orderBy("version").orderBy("position").execute() as unknown as Promise<(Goal & { version: number })[]>;
}

export async function stepsOf(tx: Tx, orgId: string, planId: string): Promise<(Step & { readonly version: number })[]> {
  return tx.withTables<DB>().selectFrom("planning.steps").select(["version", "stepId", "goalId", "words", "owner", "ownerName", "dueOn"])
    .where("orgId", "=", orgId).where("planId", "=", planId).orderBy("version").orderBy("position").execute() as unknown as Promise<(Step & { version: number })[]>;
}

/** Adds a draft with all it begins with. */
export async function insertDraft(tx: Tx, { orgId, planId }: Omit<Place, "version">, content: PlanContent, made: { reason: string; createdByName: string; createdAt: Date }): Promise<void> {
  const { number, about, risk, reviewOn, goals, steps } = content;
  const db = tx.withTables<DB>();
  await db.insertInto("planning.versions").values({ orgId, planId, number, about, risk, reviewOn, reason: made.reason, createdByName: made.createdByName, createdAt: made.createdAt.toISOString() }).execute();
  if (goals.length > 0) await db.insertInto("planning.goals").values(goals.map((goal, position) => ({ ...goal, levels: [...goal.levels], orgId, planId, version: number, position }))).execute();
  if (steps.length > 0) await db.insertInto("planning.steps").values(steps.map((step, position) => ({ ...step, orgId, planId, version: number, position }))).execute();
}

export async function updateVersion(tx: Tx, { orgId, planId, version }: Place, set: Partial<Pick<StoredVersion, "about" | "risk" | "reviewOn" | "reason" | "settledAt" | "settledOn" | "text" | "textHash">>): Promise<void> {
  await tx.withTables<DB>().updateTable("planning.versions").set({ ...set, edition: sql<number>`edition + 1` }).where("orgId", "=", orgId).where("planId", "=", planId).where("number", "=", version).execute();
}

/** Adds a goal at the end, or changes the one of that id. */
export async function putGoal(tx: Tx, { orgId, planId, version }: Place, goal: Goal): Promise<void> {
  const row = { ...goal, levels: [...goal.levels] };
  await tx.withTables<DB>().insertInto("planning.goals")
    .values({ ...row, orgId, planId, version, position: sql<number>`(select coalesce(max(position), -1) + 1 from planning.goals where org_id = ${orgId} and plan_id = ${planId} and version = ${version})` })
    .onConflict((clash) => clash.columns(["orgId", "planId", "version", "goalId"]).doUpdateSet(row)).execute();
}

export async function insertStep(tx: Tx, { orgId, planId, version }: Place, step: Step): Promise<void> {
  await tx.withTables<DB>().insertInto("planning.steps")
    .values({ ...step, orgId, planId, version, position: sql<number>`(select coalesce(max(position), -1) + 1 from planning.steps where org_id = ${orgId} and plan_id = ${planId} and version = ${version})` }).execute();
}

/** Takes a goal out of a draft, with its steps. */
export async function deleteGoal(tx: Tx, { orgId, planId, version }: Place, goalId: string): Promise<void> {
  const db = tx.withTables<DB>();
  await db.deleteFrom("planning.steps").where("orgId", "=", orgId).where("planId", "=", planId).where("version", "=", version).where("goalId", "=", goalId).execute();
  await db.deleteFrom("planning.goals").where("orgId", "=", orgId).where("planId", "=", planId).where("version", "=", version).where("goalId", "=", goalId).execute();
}

export async function deleteStep(tx: Tx, { orgId, planId, version }: Place, stepId: string): Promise<void> {
  await tx.withTables<DB>().deleteFrom("planning.steps").where("orgId", "=", orgId).where("planId", "=", planId).where("version", "=", version).where("stepId", "=", stepId).execute();
}

/** Throws a draft away. */
export async function deleteDraft(tx: Tx, { orgId, planId, version }: Place): Promise<void> {
  const db = tx.withTables<DB>();
  for (const table of ["planning.steps", "planning.goals"] as const) await db.deleteFrom(table).where("orgId", "=", orgId).where("planId", "=", planId).where("version", "=", version).execute();
  await db.deleteFrom("planning.versions").where("orgId", "=", orgId).where("planId", "=", planId).where("number", "=", version).execute();
}
