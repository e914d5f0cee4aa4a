import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { Occasion, Setting } from "../model/series.ts";
import type { DB } from "./tables.generated.ts";

const OCCASION = ["id", "seriesId", "recursOn", "onDay", "fromMinute", "untilMinute", "placeId", "placeWords", "participants", "volunteers", "companions", "version", "cancelled", "cancelledWhy"] as const;

/** Puts the days of a series into the calendar. */
export async function insertOccasions(tx: Tx, orgId: string, seriesId: string, days: readonly string[], { fromMinute, untilMinute, placeId, placeWords, participants, volunteers, companions }: Setting): Promise<string[]> {
  if (days.length === 0) return [];
  const rows = await tx.withTables<DB>().insertInto("activities.sessions")
    .values(days.map((day) => ({ orgId, seriesId, recursOn: day, onDay: day, fromMinute, untilMinute, placeId, placeWords, participants, volunteers, companions }))).returning(["id"]).execute();
  return rows.map(({ id }) => id);
}

export async function selectOccasions(tx: Tx, orgId: string, ids: readonly string[]): Promise<Occasion[]> {
  if (ids.length === 0) return [];
  return await tx.withTables<DB>().selectFrom("activities.sessionStates").select(OCCASION).where("orgId", "=", orgId).where("id", "in", [...new Set(ids)]).orderBy("onDay").orderBy("fromMinute").orderBy("id").execute() as unknown as Occasion[];
}

/** Sessions of a series from a day on, as the rule gave them. */
export async function occasionsOfSeries(tx: Tx, orgId: string, seriesId: string, fromRecursOn = "0001-01-01"): Promise<Occasion[]> {
  return await tx.withTables<DB>().selectFrom("activities.sessionStates").select(OCCASION).where("orgId", "=", orgId).where("seriesId", "=", seriesId).where("recursOn", ">=", fromRecursOn).orderBy("recursOn").execute() as unknown as Occasion[];
}

/** Sessions at a place between two days, for its calendar. */
export async function occasionsAtPlace(tx: Tx, orgId: string, placeId: string, from: string, until: string): Promise<Occasion[]> {
  return await tx.withTables<DB>().selectFrom("activities.sessionStates").select(OCCASION).where("orgId", "=", orgId).where("placeId", "=", placeId).where("onDay", ">=", from).where("onDay", "<=", until).orderBy("onDay").execute() as unknown as Occasion[];
}

/**
 * Sessions with their rows held until the transaction ends, always in the same order: everything that changes who has a place
 * waits here, so places are counted by one transaction at a time, and two that take several never wait for each other in a circle.
 */
export async function lockOccasions(tx: Tx, orgId: string, ids: readonly string[]): Promise<Occasion[]> {
  if (ids.length === 0) return [];
  await tx.withTables<DB>().selectFrom("activities.sessions").select("id").where("orgId", "=", orgId).where("id", "in", [...new Set(ids)]).orderBy("id").forUpdate().execute();
  return selectOccasions(tx, orgId, ids);
}

export async function updateOccasion(tx: Tx, orgId: string, id: string, change: Partial<Setting> & { onDay?: string; recursOn?: string; seriesId?: string }): Promise<void> {
  await tx.withTables<DB>().updateTable("activities.sessions").set((of) => ({ ...change, version: of("version", "+", 1) })).where("orgId", "=", orgId).where("id", "=", id).execute();
}

export interface OccasionEvent {
  readonly kind: "moved" | "cancelled" | "restored" | "regrouped";
  readonly reason: string;
  readonly was: Readonly<Record<string, string | number | null>>;
  readonly byName: string;
  readonly at: string;
}

/** Notes what happened to a session; the caller holds its row. */
export async function insertOccasionEvent(tx: Tx, orgId: string, sessionId: string, { was, ...event }: OccasionEvent & { byAccount: string }): Promise<void> {
  await tx.withTables<DB>().insertInto("activities.sessionEvents").values((of) => ({
    orgId, sessionId, ...event, was: JSON.stringify(was),
    seq: of.selectFrom("activities.sessionEvents").select(sql<number>`coalesce(max(seq), 0) + 1`.as("next")).where("orgId", "=", orgId).where("sessionId", "=", sessionId),
  })).execute();
}

export async function occasionEvents(tx: Tx, orgId: string, sessionId: string): Promise<OccasionEvent[]> {
  return await tx.withTables<DB>().selectFrom("activities.sessionEvents").select(["kind", "reason", "was", "byName", "at"]).where("orgId", "=", orgId).where("sessionId", "=", sessionId).orderBy("seq", "desc").execute() as unknown as OccasionEvent[];
}
