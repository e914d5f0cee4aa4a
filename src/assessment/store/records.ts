import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { decodeCursor, pageOf, type Page } from "#platform/db/keyset.ts";
import type { Assessor } from "../model/record.ts";
import type { DB } from "./tables.generated.ts";

const PAGE = 50;
const COLUMNS = ["id", "personId", "instrumentId", "instrumentVersion", "assessedOn", "place", "present", "assessors", "answers", "facts", "note", "total", "band", "level", "nextDueOn", "corrects", "recordedByName", "recordedAt"] as const;

/** One assessment as it was written down. */
export interface StoredRecord {
  readonly id: string; readonly personId: string; readonly instrumentId: string; readonly instrumentVersion: number; readonly assessedOn: string; readonly place: string;
  readonly present: readonly string[]; readonly assessors: readonly Assessor[]; readonly answers: Readonly<Record<string, number | "na">>; readonly facts: Readonly<Record<string, boolean>>;
  readonly note: string; readonly total: number | null; readonly band: string | null; readonly level: number | null; readonly nextDueOn: string | null; readonly corrects: string | null;
  readonly recordedByName: string; readonly recordedAt: string;
}

export interface RecordToInsert extends Omit<StoredRecord, "recordedAt"> {
  readonly orgId: string; readonly recordedBy: string;
}

/** Adds a record. False when the one it corrects has been corrected meanwhile. */
export async function insertRecord(tx: Tx, { present, assessors, answers, facts, ...record }: RecordToInsert): Promise<boolean> {
  const written = await tx.withTables<DB>().insertInto("assessment.records")
    .values({ ...record, present: [...present], assessors: JSON.stringify(assessors), answers: JSON.stringify(answers), facts: JSON.stringify(facts) })
    .onConflict((clash) => clash.columns(["orgId", "corrects"]).doNothing()).returning("id").executeTakeFirst();
  return written !== undefined;
}

export async function findRecord(tx: Tx, orgId: string, id: string): Promise<StoredRecord | undefined> {
  return tx.withTables<DB>().selectFrom("assessment.records").select(COLUMNS).where("orgId", "=", orgId).where("id", "=", id).executeTakeFirst() as Promise<StoredRecord | undefined>;
}

/** Every record of a person under any of their ids, newest first; corrected and withdrawn ones too. */
export async function recordsOf(tx: Tx, orgId: string, personIds: readonly string[]): Promise<StoredRecord[]> {
  if (personIds.length === 0) return [];
  return tx.withTables<DB>().selectFrom("assessment.records").select(COLUMNS).where("orgId", "=", orgId).where(sql<boolean>`person_id = any(${personIds}::uuid[])`)
    .orderBy("assessedOn", "desc").orderBy("recordedAt", "desc").execute() as unknown as Promise<StoredRecord[]>;
}

export interface StoredWithdrawal { readonly recordId: string; readonly reason: string; readonly byName: string; readonly at: string }

export async function withdrawalsOf(tx: Tx, orgId: string, recordIds: readonly string[]): Promise<StoredWithdrawal[]> {
  if (recordIds.length === 0) return [];
  return tx.withTables<DB>().selectFrom("assessment.withdrawals").select(["recordId", "reason", "byName", "at"]).where("orgId", "=", orgId).where(sql<boolean>`record_id = any(${recordIds}::uuid[])`).execute();
}

/** False when it was withdrawn before. */
export async function insertWithdrawal(tx: Tx, row: { orgId: string; recordId: string; reason: string; byAccount: string; byName: string }): Promise<boolean> {
  return (await tx.withTables<DB>().insertInto("assessment.withdrawals").values(row).onConflict((clash) => clash.doNothing()).returning("recordId").executeTakeFirst()) !== undefined;
}

/** Holds a person's records until the transaction ends, so that a correction and a withdrawal do not cross. */
export async function lockRecordsOf(tx: Tx, orgId: string, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`assessment.records|${orgId}|${personId}`}, 0))`.execute(tx);
}

/** A line of a list: no answers, no words. */
export interface ListedRecord {
  readonly id: string; readonly personId: string; readonly instrumentId: string; readonly instrumentVersion: number; readonly assessedOn: string; readonly nextDueOn: string | null; readonly total: number | null; readonly band: string | null; readonly level: number | null;
}

const LISTED = sql`f.record_id as id, f.survivor_id as person_id, f.instrument_id, f.instrument_version, f.assessed_on, f.next_due_on, f.total, f.band, f.level`;

/** Who is to be assessed again by a day, the longest overdue first: the latest record of a person and an instrument says when. */
export async function listDue(tx: Tx, orgId: string, by: string, { instrumentId, after, limit = PAGE }: { instrumentId?: string | undefined; after?: string | null | undefined; limit?: number }): Promise<Page<ListedRecord>> {
  const keys = decodeCursor(after, ["day", "id"]);
  const { rows } = await sql<ListedRecord>`
    select ${LISTED} from assessment.record_facts f
    where f.org_id = ${orgId} and f.next_due_on is not null and f.next_due_on <= ${by} ${instrumentId ? sql`and f.instrument_id = ${instrumentId}` : sql``}
      ${keys ? sql`and (f.next_due_on, f.record_id) > (${keys[0]}::date, ${keys[1]}::uuid)` : sql``}
      and not exists (select from assessment.record_facts later where later.org_id = ${orgId} and later.survivor_id = f.survivor_id and later.instrument_id = f.instrument_id
        and (later.assessed_on, later.record_id) > (f.assessed_on, f.record_id))
    order by f.next_due_on, f.record_id limit ${limit + 1}`.execute(tx);
  return pageOf(rows, limit, (row) => [row.nextDueOn, row.id]);
}

/** What was assessed, the newest first. */
export async function listRecent(tx: Tx, orgId: string, { instrumentId, after, limit = PAGE }: { instrumentId?: string | undefined; after?: string | null | undefined; limit?: number }): Promise<Page<ListedRecord>> {
  const keys = decodeCursor(after, ["day", "id"]);
  const { rows } = await sql<ListedRecord>`
    select ${LISTED} from assessment.record_facts f
    where f.org_id = ${orgId} ${instrumentId ? sql`and f.instrument_id = ${instrumentId}` : sql``}
      ${keys ? sql`and (f.assessed_on, f.record_id) < (${keys[0]}::date, ${keys[1]}::uuid)` : sql``}
    order by f.assessed_on desc, f.record_id desc limit ${limit + 1}`.execute(tx);
  return pageOf(rows, limit, (row) => [row.assessedOn, row.id]);
}

/** The latest scored total of each person with one instrument since a day, by the record that stands for them now. */
export async function latestTotals(tx: Tx, orgId: string, instrumentId: string, survivorIds: readonly string[], sinceOn: string): Promise<{ personId: string; total: number; version: number; onDay: string; band: string | null }[]> {
  if (survivorIds.length === 0) return [];
  const { rows } = await sql<{ personId: string; total: number; version: number; onDay: string; band: string | null }>`
    select distinct on (f.survivor_id) f.survivor_id as person_id, f.total, f.instrument_version as version, f.assessed_on as on_day, f.band from assessment.record_facts f
    where f.org_id = ${orgId} and f.survivor_id = any(${survivorIds}::uuid[]) and f.instrument_id = ${instrumentId} and f.total is not null and f.assessed_on >= ${sinceOn}::date
    order by f.survivor_id, f.assessed_on desc, f.record_id desc`.execute(tx);
  return rows;
}
