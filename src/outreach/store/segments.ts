import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { Criteria } from "../model/segment/criteria.ts";
import type { DB } from "./tables.generated.ts";

/** A saved segment (人群). */
export interface Segment {
  readonly id: string;
  readonly name: string;
  readonly criteria: Criteria;
  readonly createdByName: string;
  readonly changedAt: string;
  readonly retiredOn: string | null;
  readonly version: number;
}

const COLUMNS = ["id", "name", "criteria", "createdByName", "changedAt", "retiredOn", "version"] as const;

/** Segments offered now, by name. */
export async function currentSegments(tx: Tx, orgId: string): Promise<Segment[]> {
  const rows = await tx.withTables<DB>().selectFrom("outreach.segments").select(COLUMNS).where("orgId", "=", orgId).where("retiredOn", "is", null).orderBy("name").orderBy("id").execute();
  return rows.map(toSegment);
}

export async function findSegment(tx: Tx, orgId: string, id: string): Promise<Segment | undefined> {
  const row = await tx.withTables<DB>().selectFrom("outreach.segments").select(COLUMNS).where("orgId", "=", orgId).where("id", "=", id).executeTakeFirst();
  return row && toSegment(row);
}

/** Reads one segment and holds its row lock. */
export async function lockSegment(tx: Tx, orgId: string, id: string): Promise<Segment | undefined> {
  const row = await tx.withTables<DB>().selectFrom("outreach.segments").select(COLUMNS).where("orgId", "=", orgId).where("id", "=", id).forUpdate().executeTakeFirst();
  return row && toSegment(row);
}

/** Adds a segment; undefined when the name is taken. */
export async function insertSegment(tx: Tx, segment: { orgId: string; name: string; criteria: Criteria; createdBy: string; createdByName: string }): Promise<string | undefined> {
  const row = await tx.withTables<DB>().insertInto("outreach.segments").values({ ...segment, criteria: JSON.stringify(segment.criteria) })
    .onConflict((clash) => clash.columns(["orgId", "name"]).where("retiredOn", "is", null).doNothing()).returning("id").executeTakeFirst();
  return row?.id;
}

/** True when another current segment has the name. */
export async function nameTaken(tx: Tx, orgId: string, name: string, exceptId: string): Promise<boolean> {
  const row = await tx.withTables<DB>().selectFrom("outreach.segments").select("id")
    .where("orgId", "=", orgId).where("name", "=", name).where("retiredOn", "is", null).where("id", "<>", exceptId).executeTakeFirst();
  return row !== undefined;
}

export async function updateSegment(tx: Tx, orgId: string, id: string, change: { name?: string; criteria?: Criteria; retiredOn?: string }): Promise<void> {
  const { criteria, ...plain } = change;
  await tx.withTables<DB>().updateTable("outreach.segments")
    .set({ ...plain, ...(criteria && { criteria: JSON.stringify(criteria) }), changedAt: sql<string>`clock_timestamp()`, version: sql<number>`version + 1` })
    .where("orgId", "=", orgId).where("id", "=", id).execute();
}

function toSegment(row: Omit<Segment, "criteria"> & { criteria: unknown }): Segment {
  return { ...row, criteria: Criteria.parse(row.criteria) };
}
