import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { NewSeries, Series } from "../model/series.ts";
import type { DB } from "./tables.generated.ts";

const SERIES = ["id", "name", "summary", "kind", "startsOn", "rule", "fromMinute", "untilMinute", "placeId", "placeWords", "participants", "volunteers", "companions", "openTo", "admission", "closesHours", "rules", "continuesId", "version", "createdByName"] as const;

export async function insertSeries(tx: Tx, orgId: string, { rules, ...series }: NewSeries & { continuesId: string | null; createdBy: string; createdByName: string; createdAt: string }): Promise<string> {
  const { id } = await tx.withTables<DB>().insertInto("activities.series").values({ orgId, ...series, rules: JSON.stringify(rules) }).returning("id").executeTakeFirstOrThrow();
  return id;
}

export async function selectSeries(tx: Tx, orgId: string, ids: readonly string[]): Promise<ReadonlyMap<string, Series>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.withTables<DB>().selectFrom("activities.series").select(SERIES).where("orgId", "=", orgId).where("id", "in", [...new Set(ids)]).execute() as unknown as Series[];
  return new Map(rows.map((row) => [row.id, row]));
}

/** One series, the row held until the transaction ends: one change of plan at a time. */
export async function lockSeries(tx: Tx, orgId: string, id: string): Promise<Series | undefined> {
  return await tx.withTables<DB>().selectFrom("activities.series").select(SERIES).where("orgId", "=", orgId).where("id", "=", id).forUpdate().executeTakeFirst() as unknown as Series | undefined;
}

/** A series and those it continues, however often the plan was changed: one activity to those who come. */
export async function familyOf(tx: Tx, orgId: string, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive family(id, continues_id) as (
      select id, continues_id from activities.series where org_id = ${orgId} and id = ${id}
      union select s.id, s.continues_id from activities.series s join family f on s.org_id = ${orgId} and s.id = f.continues_id
    ) select id from family`.execute(tx);
  return rows.map((row) => row.id);
}

/** Notes that a series ends earlier: its rule no longer gives days that another took over. */
export async function updateRule(tx: Tx, orgId: string, id: string, rule: string): Promise<void> {
  await tx.withTables<DB>().updateTable("activities.series").set((of) => ({ rule, version: of("version", "+", 1) })).where("orgId", "=", orgId).where("id", "=", id).execute();
}

/** Names of the latest series, to be searched; of a changed plan both the earlier and the later. */
export async function namesOfSeries(tx: Tx, orgId: string): Promise<Pick<Series, "id" | "name" | "kind" | "continuesId">[]> {
  return await tx.withTables<DB>().selectFrom("activities.series").select(["id", "name", "kind", "continuesId"]).where("orgId", "=", orgId).orderBy("createdAt", "desc").orderBy("id", "desc").limit(2000).execute() as Pick<Series, "id" | "name" | "kind" | "continuesId">[];
}

/** The next day from `today` on that each series is held; none where nothing is ahead. */
export async function nextDaysOf(tx: Tx, orgId: string, ids: readonly string[], today: string): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ seriesId: string; onDay: string }>`
    select series_id, min(on_day) as on_day from activities.session_states where org_id = ${orgId} and series_id = any(${[...ids]}::uuid[]) and on_day >= ${today}::date and not cancelled group by series_id`.execute(tx);
  return new Map(rows.map(({ seriesId, onDay }) => [seriesId, onDay]));
}
