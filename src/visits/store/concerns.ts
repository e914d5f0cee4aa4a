import { sql } from "kysely";
import type { Tx } from "../../platform/db/connect.ts";
import { decodeCursor, pageOf, type Page } from "../../platform/db/keyset.ts";
import type { ConcernStep, Severity } from "../model/concern.ts";
import type { DB } from "./tables.generated.ts";

export interface ConcernRow {
  readonly id: string;
  readonly pairId: string;
  readonly visitId: string | null;
  readonly aboutId: string;
  readonly severity: Severity;
  readonly words: string;
  readonly raisedBy: string;
  readonly raisedByName: string;
  readonly raisedAt: string;
}

export interface ConcernStepRow {
  readonly seq: number;
  readonly kind: ConcernStep;
  readonly note: string;
  readonly byName: string;
  readonly at: string;
}

const COLUMNS = ["id", "pairId", "visitId", "aboutId", "severity", "words", "raisedBy", "raisedByName", "raisedAt"] as const;
const OPEN = sql<boolean>`coalesce((select s.kind from visits.concern_steps s where s.org_id = c.org_id and s.concern_id = c.id order by s.seq desc limit 1), 'open') <> 'closed'`;

/** Adds a concern. */
export async function insertConcern(tx: Tx, orgId: string, concern: Omit<ConcernRow, "id">): Promise<string> {
  const { id } = await tx.withTables<DB>().insertInto("visits.concerns").values({ orgId, ...concern }).returning("id").executeTakeFirstOrThrow();
  return id;
}

/** One concern; rows are never changed, so the lock of its steps is an advisory one. */
export async function findConcern(tx: Tx, orgId: string, id: string, { lock = false } = {}): Promise<ConcernRow | undefined> {
  if (lock) await sql`select pg_advisory_xact_lock(hashtextextended(${`concern:${id}`}, 0))`.execute(tx);
  return (await tx.withTables<DB>().selectFrom("visits.concerns").select(COLUMNS).where("orgId", "=", orgId).where("id", "=", id).executeTakeFirst()) as ConcernRow | undefined;
}

/** What was done about a concern, in order. */
export async function listConcernSteps(tx: Tx, orgId: string, concernId: string): Promise<ConcernStepRow[]> {
  return (await tx.withTables<DB>().selectFrom("visits.concernSteps").select(["seq", "kind", "note", "byName", "at"])
    .where("orgId", "=", orgId).where("concernId", "=", concernId).orderBy("seq").execute()) as ConcernStepRow[];
}

/** Adds a step about a concern. */
export async function insertConcernStep(tx: Tx, orgId: string, row: ConcernStepRow & { concernId: string; byAccount: string }): Promise<void> {
  await tx.withTables<DB>().insertInto("visits.concernSteps").values({ orgId, ...row }).execute();
}

/** Concerns, newest first; open ones or all. */
export async function listConcerns(tx: Tx, orgId: string, { open }: { open: boolean }, { after, limit = 30 }: { after?: string | null; limit?: number } = {}): Promise<Page<ConcernRow & { stepCount: number }>> {
  let query = tx.withTables<DB>().selectFrom("visits.concerns as c").select(COLUMNS)
    .select(sql<number>`(select count(*) from visits.concern_steps s where s.org_id = c.org_id and s.concern_id = c.id)`.as("stepCount")).where("c.orgId", "=", orgId);
  if (open) query = query.where(OPEN);
  const from = decodeCursor(after, ["instant", "id"]);
  if (from) query = query.where(sql<boolean>`(c.raised_at, c.id) < (${from[0]}::timestamptz, ${from[1]}::uuid)`);
  const rows = (await query.orderBy("c.raisedAt", "desc").orderBy("c.id", "desc").limit(limit + 1).execute()) as (ConcernRow & { stepCount: number })[];
  return pageOf(rows, limit, (row) => [row.raisedAt, row.id]);
}
