import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { decodeCursor, pageOf, type Page } from "#platform/db/keyset.ts";
import type { JobEntry } from "../model/job.ts";
import type { DB } from "./tables.generated.ts";

export interface JobRow {
  readonly id: string;
  readonly personId: string;
  readonly caseId: string | null;
  readonly placeId: string;
  readonly placeName: string;
  readonly openingId: string | null;
  readonly title: string;
  readonly begunOn: string;
  readonly coachId: string;
  readonly pausedOn: string | null;
  readonly endedOn: string | null;
  readonly followOn: string | null;
}
export interface EntryRow extends JobEntry { readonly reason: string | null; readonly words: string; readonly byName: string; readonly at: string }

const JOB = ["j.id", "j.personId", "j.caseId", "j.placeId", "p.name as placeName", "j.openingId", "j.title", "j.begunOn", "j.coachId", "j.pausedOn", "j.endedOn", "j.followOn"] as const;
const jobs = (tx: Tx, orgId: string) => tx.withTables<DB>().selectFrom("employment.jobs as j")
  .innerJoin("employment.places as p", (join) => join.onRef("p.orgId", "=", "j.orgId").onRef("p.id", "=", "j.placeId")).select(JOB).where("j.orgId", "=", orgId).where("p.orgId", "=", orgId);

export interface JobFilter { readonly show?: "working" | "paused" | "ended" | "due" | undefined; readonly q?: string | undefined; readonly coachId?: string | undefined }

/** Jobs, the latest begun first. `personIds` are whom a search for a name found. */
export async function listJobs(tx: Tx, orgId: string, { show, q, coachId, personIds }: JobFilter & { personIds?: readonly string[] }, today: string, { after, limit = 30 }: { after?: string | null; limit?: number } = {}): Promise<Page<JobRow>> {
  let query = jobs(tx, orgId);
  if (show === "working") query = query.where("j.endedOn", "is", null).where("j.pausedOn", "is", null);
  if (show === "paused") query = query.where("j.pausedOn", "is not", null);
  if (show === "ended") query = query.where("j.endedOn", "is not", null);
  if (show === "due") query = query.where("j.followOn", "<=", today);
  if (coachId) query = query.where("j.coachId", "=", coachId);
  if (q) query = query.where((where) => where.or([sql<boolean>`position(lower(${q}) in lower(p.name || ' ' || j.title)) > 0`, ...(personIds?.length ? [where("j.personId", "in", [...personIds])] : [])]));
  const from = decodeCursor(after, ["day", "id"]);
  if (from) query = query.where(sql<boolean>`(j.begun_on, j.id) < (${from[0]}::date, ${from[1]}::uuid)`);
  const rows = await query.orderBy("j.begunOn", "desc").orderBy("j.id", "desc").limit(limit + 1).execute() as JobRow[];
  return pageOf(rows, limit, ({ begunOn, id }) => [begunOn, id]);
}

export async function findJob(tx: Tx, orgId: string, id: string): Promise<JobRow | undefined> {
  return jobs(tx, orgId).where("j.id", "=", id).executeTakeFirst() as Promise<JobRow | undefined>;
}

export async function jobsOf(tx: Tx, orgId: string, personIds: readonly string[]): Promise<JobRow[]> {
  return personIds.length === 0 ? [] : await jobs(tx, orgId).where("j.personId", "in", [...personIds]).orderBy("j.begunOn", "desc").orderBy("j.id").execute() as JobRow[];
}

export async function jobsAtPlace(tx: Tx, orgId: string, placeId: string, most: number): Promise<JobRow[]> {
  return await jobs(tx, orgId).where("j.placeId", "=", placeId).orderBy("j.begunOn", "desc").limit(most).execute() as JobRow[];
}

/** Follow-along that is due, the longest waiting first. */
export async function jobsToFollow(tx: Tx, orgId: string, coachId: string | null, until: string, most: number): Promise<JobRow[]> {
  let query = jobs(tx, orgId).where("j.followOn", "is not", null).where("j.followOn", "<=", until);
  if (coachId) query = query.where("j.coachId", "=", coachId);
  return await query.orderBy("j.followOn").orderBy("j.id").limit(most).execute() as JobRow[];
}

/** As they were written; a support as its service record stands now is `job-entries`. */
export async function entriesOf(tx: Tx, orgId: string, jobIds: readonly string[]): Promise<ReadonlyMap<string, readonly EntryRow[]>> {
  if (jobIds.length === 0) return new Map();
  const rows = await tx.withTables<DB>().selectFrom("employment.entries").select(["jobId", "number", "kind", "onDay", "minutes", "mode", "reason", "weeks", "ofNumber", "nextOn", "words", "encounterId", "byName", "at"])
    .where("orgId", "=", orgId).where("jobId", "in", [...jobIds]).orderBy("jobId").orderBy("number").execute();
  return Map.groupBy(rows as unknown as (EntryRow & { jobId: string })[], ({ jobId }) => jobId);
}

export async function lockJob(tx: Tx, orgId: string, id: string): Promise<void> {
  await tx.withTables<DB>().selectFrom("employment.jobs").select("id").where("orgId", "=", orgId).where("id", "=", id).forUpdate().execute();
}

export async function insertJob(tx: Tx, orgId: string, row: Omit<JobRow, "placeName"> & { byName: string; at: string }): Promise<void> {
  await tx.withTables<DB>().insertInto("employment.jobs").values({ orgId, ...row }).execute();
}

export async function insertEntry(tx: Tx, orgId: string, jobId: string, { weeks, serviceWithdrawn: _computed, ...row }: EntryRow & { byAccount: string }): Promise<void> {
  await tx.withTables<DB>().insertInto("employment.entries").values({ orgId, jobId, ...row, weeks: weeks === null ? null : [...weeks] }).execute();
}

export async function keepJob(tx: Tx, orgId: string, id: string, state: Pick<JobRow, "pausedOn" | "endedOn" | "followOn">): Promise<void> {
  await tx.withTables<DB>().updateTable("employment.jobs").set(state).where("orgId", "=", orgId).where("id", "=", id).execute();
}
