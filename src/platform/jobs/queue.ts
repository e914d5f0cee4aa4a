import { sql } from "kysely";
import type { Actor } from "../../kernel/actor.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Tx } from "../db/connect.ts";
import { decodeCursor, pageOf, type Page } from "../db/keyset.ts";
import type { DB } from "../db/tables.generated.ts";
import { jobStatus, type Job } from "./job.ts";

/** Asks for long work, in the transaction of the change that wants it: it runs if and only if that commits. */
export async function requestJob<Input>(tx: Tx, actor: Actor, kind: string, input: Input): Promise<string> {
  const { id } = await tx.withTables<DB>().insertInto("jobs.jobs")
    .values({ orgId: actor.orgId, kind, input: JSON.stringify(input ?? null), requestedBy: actor.accountId })
    .returning("id").executeTakeFirstOrThrow();
  await sql`select jobs.enqueue(${actor.orgId}, ${id})`.execute(tx);
  return id;
}

/** Begins a stopped job anew, for whoever asked for it; the old one leads to the new. */
export async function repeatJob(tx: Tx, actor: Actor, id: string): Promise<string> {
  const old = await tx.withTables<DB>().selectFrom("jobs.jobs").selectAll().where("orgId", "=", actor.orgId).where("id", "=", id).forUpdate().executeTakeFirst();
  if (!old) throw new Refusal("not_found", "jobs.not_found");
  if (!mayRepeatJob(toJob(old), actor)) throw new Refusal("conflict", "jobs.not_repeatable");
  const anew = await requestJob(tx, actor, old.kind, old.input);
  await tx.withTables<DB>().updateTable("jobs.jobs").set({ result: JSON.stringify({ link: `/jobs/${anew}` }) }).where("orgId", "=", actor.orgId).where("id", "=", id).execute();
  return anew;
}

/** Whether a job stopped without a result and its kind may begin anew. */
export function mayRepeatJob({ status, requestedBy, result }: Job, { accountId }: Pick<Actor, "accountId">): boolean {
  return (status === "failed" || status === "cancelled") && requestedBy === accountId && typeof result === "object" && result !== null && "again" in result;
}

/** One job of the organisation. */
export async function findJob(tx: Tx, orgId: string, id: string): Promise<Job> {
  const row = await tx.withTables<DB>().selectFrom("jobs.jobs").selectAll().where("orgId", "=", orgId).where("id", "=", id).executeTakeFirst();
  if (!row) throw new Refusal("not_found", "jobs.not_found");
  return toJob(row);
}

/** The organisation's jobs, newest first. */
export async function listJobs(tx: Tx, orgId: string, { after, limit = 30 }: { after?: string | null; limit?: number } = {}): Promise<Page<Job>> {
  const from = decodeCursor(after, ["instant", "id"]);
  let query = tx.withTables<DB>().selectFrom("jobs.jobs").selectAll().where("orgId", "=", orgId);
  if (from) query = query.where(sql<boolean>`(requested_at, id) < (${from[0]}::timestamptz, ${from[1]}::uuid)`);
  const rows = await query.orderBy("requestedAt", "desc").orderBy("id", "desc").limit(limit + 1).execute();
  return pageOf(rows.map(toJob), limit, (job) => [job.requestedAt, job.id]);
}

/** Asks a running job to stop at its next report; one not yet begun never begins. */
export async function cancelJob(tx: Tx, orgId: string, id: string): Promise<void> {
  const asked = await tx.withTables<DB>().updateTable("jobs.jobs")
    .set({ cancelRequestedAt: sql<string>`coalesce(cancel_requested_at, clock_timestamp())` })
    .where("orgId", "=", orgId).where("id", "=", id).where("finishedAt", "is", null).returning("id").executeTakeFirst();
  if (!asked) throw new Refusal("conflict", "jobs.already_ended");
}

type Row = { id: string; kind: string; requestedBy: string; requestedAt: string; startedAt: string | null; finishedAt: string | null;
  cancelRequestedAt: string | null; cancelledAt: string | null; failedAt: string | null; doneCount: number; totalCount: number | null;
  failure: string | null; input: unknown; result: unknown };

function toJob(row: Row): Job {
  const { id, kind, requestedBy, requestedAt, startedAt, finishedAt, doneCount, totalCount, failure, input, result } = row;
  return { id, kind, status: jobStatus(row), requestedBy, requestedAt, startedAt, finishedAt, doneCount, totalCount, failure, input, result };
}
