import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { DayPlan } from "../model/day/day.ts";
import { homesIn } from "../model/day/replan.ts";
import type { DB } from "./tables.generated.ts";

/** One state of a plan. */
export interface Run {
  readonly number: number;
  readonly kind: "computed" | "fitted" | "moved" | "replanned";
  /** The plan's version it was made from; a higher one means that something changed since. */
  readonly planVersion: number;
  readonly answer: DayPlan;
  readonly byName: string;
  readonly at: string;
}

/** What the history shows of a run. */
export type RunLine = Omit<Run, "answer"> & { readonly made: number; readonly asked: number };

/** Adds a run; the caller holds the plan. Its number. */
export async function insertRun(tx: Tx, orgId: string, planId: string, { answer, ...run }: Omit<Run, "number"> & { jobId: string | null; byAccount: string }): Promise<number> {
  const made = homesIn(answer);
  const { number } = await tx.withTables<DB>().insertInto("routing.runs").values({
    ...run, orgId, planId, answer: JSON.stringify(answer), made, asked: made + answer.left.length,
    number: sql<number>`coalesce((select max(number) from routing.runs where org_id = ${orgId} and plan_id = ${planId}), 0) + 1`,
  }).returning("number").executeTakeFirstOrThrow();
  return number;
}

/** The state a plan is in; undefined before the first run. */
export async function latestRun(tx: Tx, orgId: string, planId: string): Promise<Run | undefined> {
  return (await tx.withTables<DB>().selectFrom("routing.runs").select(["number", "kind", "planVersion", "answer", "byName", "at"])
    .where("orgId", "=", orgId).where("planId", "=", planId).orderBy("number", "desc").limit(1).executeTakeFirst()) as unknown as Run | undefined;
}

/** The run a job made, if it came so far. */
export async function runOfJob(tx: Tx, orgId: string, planId: string, jobId: string): Promise<number | undefined> {
  return (await tx.withTables<DB>().selectFrom("routing.runs").select("number").where("orgId", "=", orgId).where("planId", "=", planId).where("jobId", "=", jobId).executeTakeFirst())?.number;
}

/** All states, the newest first. */
export async function selectRunLines(tx: Tx, orgId: string, planId: string, limit = 20): Promise<RunLine[]> {
  return (await tx.withTables<DB>().selectFrom("routing.runs").select(["number", "kind", "planVersion", "byName", "at", "made", "asked"])
    .where("orgId", "=", orgId).where("planId", "=", planId).orderBy("number", "desc").limit(limit).execute()) as RunLine[];
}
